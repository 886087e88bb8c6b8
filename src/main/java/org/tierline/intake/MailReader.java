package org.tierline.intake;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tierline.platform.mail.MailId;

/**
 * Makes sense of a mail, however badly it is written. What a part says it is, is a hint; what
 * cannot be decoded is taken as it stands.
 */
final class MailReader {

  private static final int MAX_DEPTH = 30;
  private static final int MAX_PARTS = 500;
  private static final int MAX_TEXT_LENGTH = 500_000;
  private static final int MAX_HTML_LENGTH = 2_000_000;
  private static final int MAX_REFERENCES = 100;
  private static final int MAX_PEOPLE = 500;

  private static final Pattern MBOX_LINE = Pattern.compile("\\A\\s*From [^\\r\\n]*\\r?[\\r\\n]");
  private static final Pattern TYPE =
      Pattern.compile("([a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,80})");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s\";]+)");

  private static final Session SESSION = Session.getInstance(new Properties());

  private int parts;
  private final List<InboundFile> files = new ArrayList<>();

  private MailReader() {}

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

    private String asHtml() {
      return html.orElseGet(
          () ->
              "<pre>"
                  + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                  + "</pre>");
    }
  }

  /**
   * @throws UnreadableMailException if no sense can be made of it within bounds
   */
  static InboundMessage read(byte[] raw) throws UnreadableMailException {
    try {
      return new MailReader().understand(new MimeMessage(SESSION, stream(raw)));
    } catch (MessagingException | IOException e) {
      throw new UnreadableMailException("Its form cannot be understood: " + e.getMessage(), e);
    }
  }

  /**
   * Without the line mailbox files put above a mail; with line ends where only old Macs see them.
   */
  private static InputStream stream(byte[] raw) {
    byte[] bytes = raw;
    if (!contains(raw, '\n')) {
      bytes = raw.clone();
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = bytes[i] == '\r' ? (byte) '\n' : bytes[i];
      }
    }
    String start = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.ISO_8859_1);
    Matcher mbox = MBOX_LINE.matcher(start);
    int from = mbox.find() ? mbox.end() : 0;
    // also blanks: the parser stumbles over a folded line that has nothing to continue
    while (from < bytes.length && " \t\r\n".indexOf(bytes[from]) >= 0) {
      from++;
    }
    return new ByteArrayInputStream(bytes, from, bytes.length - from);
  }

  private static boolean contains(byte[] bytes, char c) {
    for (byte b : bytes) {
      if (b == c) {
        return true;
      }
    }
    return false;
  }

  private InboundMessage understand(MimeMessage mail)
      throws MessagingException, IOException, UnreadableMailException {
    var headers = new MailHeaders(mail);
    Body body = read(mail, 0);
    String text = CleanText.of(bounded(body.text(), MAX_TEXT_LENGTH)).strip();
    VisibleReply reply = VisibleReply.of(text);
    Optional<Mailboxes.Mailbox> sender = sender(headers);
    KindOfMail kind = KindOfMail.of(mail, headers);
    return new InboundMessage(
        sender.map(Mailboxes.Mailbox::address),
        sender.map(Mailboxes.Mailbox::name).filter(name -> !name.isBlank()),
        people(headers, "To"),
        people(headers, "Cc"),
        people(headers, "Reply-To"),
        deliveredTo(headers),
        headers.subject(),
        CleanText.line(headers.raw("Date"), 200),
        text,
        reply.text(),
        reply.signature(),
        body.html().map(html -> CleanText.of(HtmlMail.harmless(bounded(html, MAX_HTML_LENGTH)))),
        files,
        MailId.parse(headers.raw("Message-ID")),
        ids(headers.all("In-Reply-To")),
        ids(headers.all("References")),
        List.of(),
        kind.kind(),
        kind.reason(),
        kind.bounce());
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

  private Body read(MimePart part, int depth)
      throws MessagingException, IOException, UnreadableMailException {
    parts++;
    if (parts > MAX_PARTS) {
      throw new UnreadableMailException("It has more than " + MAX_PARTS + " parts");
    }
    if (depth > MAX_DEPTH) {
      throw new UnreadableMailException("It is nested deeper than " + MAX_DEPTH + " levels");
    }
    String declared = declaredType(part);
    String type = mediaType(declared);
    if (type.startsWith("multipart/")) {
      Optional<List<MimePart>> children = children(part);
      if (children.isPresent()) {
        return type.equals("multipart/alternative")
            ? alternative(children.get(), depth)
            : sequence(children.get(), depth);
      }
      return new Body(MailCharset.decode(content(part), charset(declared)), Optional.empty());
    }
    if (isAttached(part) || !type.startsWith("text/")) {
      files.add(file(part, type));
      return Body.NOTHING;
    }
    if (type.equals("text/html")) {
      String html = MailCharset.decode(content(part), charset(declared));
      return new Body(HtmlMail.text(bounded(html, MAX_HTML_LENGTH)), Optional.of(html));
    }
    if (type.equals("text/plain") || depth == 0) {
      return new Body(MailCharset.decode(content(part), charset(declared)), Optional.empty());
    }
    files.add(file(part, type));
    return Body.NOTHING;
  }

  /** Empty when the boundary is missing or nothing lies between the boundaries. */
  private static Optional<List<MimePart>> children(MimePart part) {
    List<MimePart> children = new ArrayList<>();
    try {
      var multipart = new MimeMultipart(new MimePartDataSource(part));
      for (int i = 0; i < multipart.getCount(); i++) {
        BodyPart child = multipart.getBodyPart(i);
        if (child instanceof MimeBodyPart mime) {
          children.add(mime);
        }
      }
    } catch (MessagingException e) {
      return children.isEmpty() ? Optional.empty() : Optional.of(children);
    }
    return children.isEmpty() ? Optional.empty() : Optional.of(children);
  }

  private Body sequence(List<MimePart> children, int depth)
      throws MessagingException, IOException, UnreadableMailException {
    Body body = Body.NOTHING;
    for (MimePart child : children) {
      body = body.and(read(child, depth + 1));
    }
    return body;
  }

  /** The same thing said twice: the plain form is what we read, the other what we show. */
  private Body alternative(List<MimePart> children, int depth)
      throws MessagingException, IOException, UnreadableMailException {
    String text = "";
    Optional<String> html = Optional.empty();
    String textOfHtml = "";
    for (MimePart child : children) {
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

  private static boolean isAttached(MimePart part) throws MessagingException {
    String disposition = header(part, "Content-Disposition").strip().toLowerCase(Locale.ROOT);
    return disposition.startsWith("attachment") || !fileName(part).isEmpty();
  }

  private InboundFile file(MimePart part, String type) throws MessagingException {
    String extension = type.equals("message/rfc822") ? ".eml" : "";
    String otherwise = type.substring(type.indexOf('/') + 1) + "-" + (files.size() + 1) + extension;
    boolean inline =
        header(part, "Content-Disposition").strip().toLowerCase(Locale.ROOT).startsWith("inline")
            || !header(part, "Content-ID").isEmpty();
    return new InboundFile(
        CleanText.fileName(fileName(part), otherwise), type, content(part), inline);
  }

  private static String fileName(MimePart part) throws MessagingException {
    try {
      String name = part.getFileName();
      return name == null ? "" : EncodedWords.decode(name);
    } catch (ParseException e) {
      String name = FileName.in(header(part, "Content-Disposition"));
      return name.isEmpty() ? FileName.in(declaredType(part)) : name;
    }
  }

  /** Decoded if that is possible, as it stands otherwise. */
  private static byte[] content(MimePart part) {
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException | MessagingException e) {
      return rawContent(part);
    }
  }

  private static byte[] rawContent(MimePart part) {
    try (InputStream in =
        part instanceof MimeMessage message
            ? message.getRawInputStream()
            : ((MimeBodyPart) part).getRawInputStream()) {
      byte[] raw = in.readAllBytes();
      return header(part, "Content-Transfer-Encoding").strip().equalsIgnoreCase("base64")
          ? whatIsBase64In(raw)
          : raw;
    } catch (IOException | MessagingException e) {
      return new byte[0]; // the part has no content at all
    }
  }

  private static byte[] whatIsBase64In(byte[] raw) {
    String digits = new String(raw, StandardCharsets.ISO_8859_1).replaceAll("[^A-Za-z0-9+/]", "");
    int usable = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
    return Base64.getDecoder().decode(digits.substring(0, usable));
  }

  private static String declaredType(Part part) throws MessagingException {
    return header(part, "Content-Type");
  }

  private static String mediaType(String declared) {
    if (declared.isBlank()) {
      return "text/plain";
    }
    try {
      return new ContentType(declared).getBaseType().toLowerCase(Locale.ROOT);
    } catch (ParseException e) {
      Matcher type = TYPE.matcher(declared.toLowerCase(Locale.ROOT));
      return type.find() ? type.group(1) : "text/plain";
    }
  }

  private static String charset(String declared) {
    Matcher charset = CHARSET.matcher(declared);
    return charset.find() ? charset.group(1) : "";
  }

  private static String header(Part part, String name) throws MessagingException {
    String[] values = part.getHeader(name);
    return values == null ? "" : values[0];
  }
}
