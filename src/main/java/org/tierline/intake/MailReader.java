package org.tierline.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.MailId;

/**
 * Makes sense of a mail, however badly it is written. What a part says it is, is a hint; what
 * cannot be decoded is taken as it stands.
 */
final class MailReader {

  private static final int MAX_TEXT_LENGTH = 500_000;
  private static final int MAX_HTML_LENGTH = 2_000_000;
  private static final int MAX_REFERENCES = 100;
  private static final int MAX_PEOPLE = 500;

  private static final Pattern PICTURE = Pattern.compile("(?i)<img\\b");

  /** Text nobody reads as it stands; whatever else calls itself text is read (RFC 2046 §4.1.4). */
  private static final Set<String> FOR_PROGRAMS =
      Set.of(
          "text/calendar",
          "text/vcard",
          "text/x-vcard",
          "text/directory",
          "text/csv",
          "text/tab-separated-values",
          "text/rtf",
          "text/xml",
          "text/css",
          "text/javascript");

  /** The same text once more, as an alternative to forms that everybody reads (RFC 2046 §5.1.4). */
  private static final Set<String> OTHER_FORMS = Set.of("text/x-amp-html", "text/watch-html");

  private static final String NOTHING_SAID = "[no visible content]";

  private static final Session SESSION = Session.getInstance(new Properties());

  private final MailEffort effort;
  private final FilesInMail files;
  private final Set<String> flags = new LinkedHashSet<>();

  private int leaves;
  private final List<String> names = new ArrayList<>();

  /** What the first part that says so is written in. */
  private String charset = "";

  /** Text that came as a named file to be read in place, for mails that say nothing else. */
  private Body inlineText = Body.NOTHING;

  private MailReader(MailEffort effort) {
    this.effort = effort;
    this.files = new FilesInMail(effort);
  }

  /** What a part of a mail says. Either form may be missing, not both. */
  private record Body(String text, Optional<String> html) {

    private static final Body NOTHING = new Body("", Optional.empty());

    private Body and(Body next) {
      if (this.equals(NOTHING)) {
        return next;
      }
      if (next.equals(NOTHING)) {
        return this;
      }
      Optional<String> both =
          html.isPresent() || next.html.isPresent()
              ? Optional.of(asHtml() + "\n" + next.asHtml())
              : Optional.empty();
      return new Body(text + "\n\n" + next.text, both);
    }

    /** What was found in the text is with the files; the whole of it stays as it was written. */
    private Body withoutFiles() {
      return new Body(UuEncoded.in(text).text(), html);
    }

    private String asHtml() {
      return html.orElseGet(
          () ->
              "<pre>"
                  + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                  + "</pre>");
    }
  }

  /** Reads it within the usual bounds, for as long as it takes. */
  static InboundMessage read(byte[] raw) throws UnreadableMailException {
    try (Spool spool = Spool.of(raw)) {
      return read(spool, MailEffort.untimed(MailBounds.DEFAULT));
    }
  }

  /**
   * @return for the caller to close
   * @throws UnreadableMailException if no sense can be made of it within bounds
   */
  static InboundMessage read(Spool raw, MailEffort effort) throws UnreadableMailException {
    try (Spool source = MailSource.of(raw, effort.maxHeaderBytes())) {
      return new MailReader(effort).readWhole(source);
    } catch (MessagingException e) {
      throw new UnreadableMailException("Its form cannot be understood: " + e.getMessage(), e);
    }
  }

  private InboundMessage readWhole(Spool source)
      throws MessagingException, UnreadableMailException {
    boolean complete = false;
    try {
      InboundMessage mail = understand(source);
      complete = true;
      return mail;
    } finally {
      if (!complete) {
        files.close();
      }
    }
  }

  private InboundMessage understand(Spool source)
      throws MessagingException, UnreadableMailException {
    var mail = new MimeMessage(SESSION, source.open(effort.patience()));
    SecondOpinion opinion = SecondOpinion.first(mail);
    Body read = read(new MailPart(mail), 0);
    Body body = read.equals(Body.NOTHING) ? inlineText : read;
    if (opinion.with(leaves, names).differs(source.open(effort.patience()), effort)) {
      flags.add(InboundMessage.AMBIGUOUS);
    }
    var headers = new MailHeaders(mail, charset);
    String text = effort.step(() -> said(body));
    flags.addAll(Protection.inText(text));
    Optional<Mailboxes.Mailbox> sender = sender(headers);
    String words = effort.step(() -> said(body.withoutFiles()));
    VisibleReply reply =
        effort.step(() -> visibleReply(words, body.html(), headers.subject(), sender));
    KindOfMail kind = effort.step(() -> KindOfMail.of(mail, headers, effort));
    Optional<String> page =
        effort.step(() -> body.html().map(html -> page(html, headers.subject())));
    return new InboundMessage(
        sender.map(Mailboxes.Mailbox::address),
        sender.map(Mailboxes.Mailbox::name).filter(name -> !name.isBlank()),
        people(headers, "From"),
        people(headers, "To"),
        people(headers, "Cc"),
        people(headers, "Reply-To"),
        deliveredTo(headers),
        headers.subject(),
        CleanText.line(headers.raw("Date"), 200),
        text,
        reply.text(),
        reply.signature(),
        page,
        files.seenIn(body.html().orElse("")),
        MailId.parse(headers.raw("Message-ID")),
        ids(headers.all("In-Reply-To")),
        ids(headers.all("References")),
        List.copyOf(flags),
        kind.kind(),
        kind.reason(),
        kind.bounce());
  }

  /**
   * Whoever reads the ticket shall know that there is nothing to read, not wonder what got lost.
   */
  private static String said(Body body) {
    String text = CleanText.of(bounded(body.text(), MAX_TEXT_LENGTH)).strip();
    boolean picture = body.html().filter(html -> PICTURE.matcher(html).find()).isPresent();
    return text.isEmpty() && !picture ? NOTHING_SAID : text;
  }

  private static VisibleReply visibleReply(
      String text, Optional<String> html, String subject, Optional<Mailboxes.Mailbox> sender) {
    Letterhead head =
        Letterhead.of(
            subject, sender.map(Mailboxes.Mailbox::name), sender.map(Mailboxes.Mailbox::address));
    return html.map(markup -> VisibleReply.of(text, bounded(markup, MAX_HTML_LENGTH), head))
        .orElseGet(() -> VisibleReply.of(text, head));
  }

  private static String page(String html, String subject) {
    return CleanText.of(HtmlMail.page(bounded(html, MAX_HTML_LENGTH), subject));
  }

  private static Optional<Mailboxes.Mailbox> sender(MailHeaders headers) {
    return List.of("From", "Reply-To", "Sender").stream()
        .flatMap(name -> headers.all(name).stream())
        .map(Mailboxes::first)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<MailPerson> people(MailHeaders headers, String name) {
    return headers.all(name).stream()
        .flatMap(value -> Mailboxes.people(value).stream())
        .distinct()
        .limit(MAX_PEOPLE)
        .toList();
  }

  /** The servers on its way each have a header of their own for whom it was meant. */
  private static List<MailPerson> deliveredTo(MailHeaders headers) {
    return Stream.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")
        .flatMap(name -> people(headers, name).stream())
        .distinct()
        .limit(MAX_PEOPLE)
        .toList();
  }

  /** Of a conversation without end, the end: there is what the mail answers. */
  private static List<MailId> ids(List<String> values) {
    List<MailId> ids = values.stream().flatMap(value -> MailId.allIn(value).stream()).toList();
    return ids.subList(Math.max(0, ids.size() - MAX_REFERENCES), ids.size());
  }

  private static String bounded(String text, int length) {
    return text.length() <= length
        ? text
        : CleanText.shortened(text, length) + "\n[… cut; the desk keeps the original]";
  }

  private Body read(MailPart part, int depth) throws MessagingException, UnreadableMailException {
    effort.part(depth);
    String type = part.type();
    if (charset.isEmpty()) {
      charset = part.charset();
    }
    flags.addAll(Protection.of(part));
    if (!type.startsWith("multipart/")) {
      leaves++;
    }
    part.dispositionName().ifPresent(names::add);
    if (part.contradictsItself()) {
      flags.add(InboundMessage.AMBIGUOUS);
    }
    if (type.startsWith("multipart/")) {
      List<MailPart> children = part.children();
      effort.watch();
      if (children.isEmpty()) {
        return new Body(part.text(effort), Optional.empty());
      }
      return type.equals("multipart/alternative")
          ? alternative(children, depth)
          : sequence(children, depth);
    }
    if (part.isFile() || !type.startsWith("text/")) {
      if (type.equals("text/plain") && !part.isAttachment()) {
        inlineText = inlineText.and(new Body(part.text(effort), Optional.empty()));
      }
      files.add(part);
      return Body.NOTHING;
    }
    if (type.equals("text/html")) {
      String html = HtmlMail.decode(part.content(effort), part.charset());
      String text = effort.step(() -> HtmlMail.text(bounded(html, MAX_HTML_LENGTH)));
      return new Body(text, Optional.of(html));
    }
    if (type.equals("text/plain") || (depth == 0 && !FOR_PROGRAMS.contains(type))) {
      String text = part.text(effort);
      for (UuEncoded.File file : effort.step(() -> UuEncoded.in(text).files())) {
        files.addFound(file.name(), ByteBuffer.wrap(file.content()));
      }
      return new Body(text, Optional.empty());
    }
    files.add(part);
    return Body.NOTHING;
  }

  private Body sequence(List<MailPart> children, int depth)
      throws MessagingException, UnreadableMailException {
    Body body = Body.NOTHING;
    for (MailPart child : children) {
      body = body.and(read(child, depth + 1));
    }
    return body;
  }

  /** A form of the text that we cannot show, such as AMP for Gmail or the one for watches. */
  private static boolean isForOtherPrograms(MailPart part) throws MessagingException {
    return OTHER_FORMS.contains(part.type()) && !part.isFile();
  }

  private static boolean hasFormForEverybody(List<MailPart> children) throws MessagingException {
    for (MailPart child : children) {
      if (!isForOtherPrograms(child)) {
        return true;
      }
    }
    return false;
  }

  /** The same thing said twice: the plain form is what we read, the other what we show. */
  private Body alternative(List<MailPart> children, int depth)
      throws MessagingException, UnreadableMailException {
    String text = "";
    Optional<String> html = Optional.empty();
    String textOfHtml = "";
    boolean choice = hasFormForEverybody(children);
    for (MailPart child : children) {
      if (choice && isForOtherPrograms(child)) {
        effort.part(depth + 1);
        leaves++;
        continue;
      }
      Body body = read(child, depth + 1);
      if (body.html().isPresent()) {
        html = body.html();
        textOfHtml = body.text();
      } else if (!body.text().isBlank()) {
        text = body.text();
      }
    }
    return new Body(text.isBlank() ? textOfHtml : text, html);
  }
}
