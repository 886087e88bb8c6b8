package org.tierline.intake;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tierline.intake.Bounce.Action;
import org.tierline.intake.Bounce.Recipient;
import org.tierline.intake.ReportParts.ReportPart;
import org.tierline.platform.mail.MailId;

/**
 * Recognises mails that report on another mail: bounces (RFC 3464 and everything before it),
 * complaints (RFC 5965) and receipts (RFC 8098). Two in five bounces do not use the form the
 * standard asks for; who sends them and what they say must do then.
 */
final class MailReport {

  /** Names only mail servers write under. */
  private static final Pattern MAIL_SYSTEM =
      Pattern.compile("(?i).*(?:mailer[-_. ]?daemon|mail[-_. ]?daemon|\\bmdaemon\\b).*");

  /** Names under which mail servers write, and people sometimes do. */
  private static final Pattern MAYBE_MAIL_SYSTEM =
      Pattern.compile(
          "(?i)(?:.*(?:post[-_. ]?master|sys(?:tem)?[-_. ]?admin|double-bounce|\\bbounces?\\b"
              + "|-admin@|mail[-_. ]?(?:deliver|system|administrator|gateway|server|router|notification"
              + "|service|scan)|interscan|anti[-_. ]?virus|microsoftexchange[0-9a-f]{16}).*"
              + "|\\s*<\\s*>\\s*)");

  /** What comes after "Re:" or "Fwd:" was written by a person. */
  private static final Pattern UNDELIVERED_SUBJECT =
      Pattern.compile(
          "(?iu)(?!(?:re|fwd?|aw|wg|tr|rv|sv|vs)\\s*:).*(?:undeliver(?:ed|able)"
              + "|returned (?:e?-?mail|message|to sender)|delivery (?:status )?(?:notification|failure"
              + "|failed|report|problem|error|has failed)|mail delivery|failure (?:notice|delivery)"
              + "|failed (?:delivery|mail|to deliver)|error (?:delivering|sending)|mail (?:system )?error"
              + "|mail fail|non[- ]?deliver|not deliver|delivery (?:is |was )?(?:delayed|unsuccessful)"
              + "|(?:could not|cannot) be (?:delivered|sent)|could not send|message (?:delayed|status)"
              + "|\\bdsn\\b|sendmail error|loop alert|not member|rejected:|unzustellbar|nicht zustellbar"
              + "|non remis|non recapitab|mancata consegna|no entregado|não entregue|onbestelbaar"
              + "|недоставл|не доставл|kan (?:inte|ikke) lever|teslim edilemedi|nie można dostarczyć"
              + "|no se puede entregar|nelze doručit|nedoručiteln|kézbesíthetetlen|배달되지 않음|无法送达|未送达|未傳遞"
              + "|niedostarcz|配信不能|退信|送信できません|エラー).*");

  private static final Pattern COMPLAINT_SUBJECT =
      Pattern.compile(
          "(?i)(?:e-?mail )?(?:(?:spam|abuse|complaint|feedback)[ -](?:complaint|report|loop)"
              + "|complaint about (?:a )?message)\\b.*");

  /** The domain of whoever writes says nothing about them. */
  private static final Pattern DOMAIN = Pattern.compile("@[^\\s<>\"(),;]*");

  /** What people write with. */
  private static final Pattern MAIL_PROGRAM =
      Pattern.compile(
          "(?i)(?:apple mail|i(?:phone|pad) mail|microsoft (?:office )?outlook|outlook|mozilla"
              + "|thunderbird|android|samsung|the bat|evolution|yahoomail|roundcube|ymail).*");

  /** The header under which Outlook.com passes on what its readers call unwanted. */
  private static final String UNWANTED_BY = "X-HmXmrOriginalRecipient";

  private final MailHeaders headers;
  private final MailEffort effort;
  private final List<ReportPart> parts;
  private final List<BounceText> texts;

  private MailReport(MailHeaders headers, MailEffort effort, List<ReportPart> parts) {
    this.headers = headers;
    this.effort = effort;
    this.parts = parts;
    this.texts =
        parts.stream()
            .filter(ReportPart::isText)
            .map(part -> BounceText.of(part.text(), effort))
            .toList();
  }

  /** Empty when it is an ordinary mail. */
  static Optional<KindOfMail> in(MimeMessage mail, MailHeaders headers, MailEffort effort) {
    return mayBeReport(headers, effort)
        ? new MailReport(headers, effort, ReportParts.of(mail)).kind()
        : Optional.empty();
  }

  /** Spares ordinary mails the reading of their parts. */
  private static boolean mayBeReport(MailHeaders headers, MailEffort effort) {
    return isMultipartReport(headers)
        || headers.has("X-Failed-Recipients")
        || headers.has(SesNotification.HEADER)
        || headers.has(UNWANTED_BY)
        || isFromMailSystem(headers, effort)
        || isWithoutReturn(headers, effort)
        || mayBeFromMailSystem(headers, effort)
        || COMPLAINT_SUBJECT.matcher(headers.subject()).matches();
  }

  private Optional<KindOfMail> kind() {
    if (headers.has(SesNotification.HEADER)) {
      return parts.stream()
          .map(part -> SesNotification.in(part.text()))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (isComplaint()) {
      return Optional.of(
          new KindOfMail(
              MailKind.FEEDBACK_REPORT,
              "complains about a mail",
              Optional.of(new Bounce(List.of(), originalId()))));
    }
    if (isReceipt()) {
      return Optional.of(new KindOfMail(MailKind.AUTO_REPLY, "a receipt"));
    }
    return bounceMark()
        .map(
            mark ->
                new KindOfMail(
                    MailKind.BOUNCE, mark, Optional.of(new Bounce(recipients(), originalId()))));
  }

  private boolean isComplaint() {
    return has(ReportPart::isFeedbackReport)
        || headers.has(UNWANTED_BY)
        || (isMultipartReport(headers) && typed("feedback-report"))
        || (COMPLAINT_SUBJECT.matcher(headers.subject()).matches()
            && has(ReportPart::isReturnedMail));
  }

  private boolean isReceipt() {
    return has(ReportPart::isReceipt)
        || (isMultipartReport(headers) && typed("disposition-notification"));
  }

  private Optional<String> bounceMark() {
    if (has(ReportPart::isDeliveryStatus)) {
      return Optional.of("message/delivery-status");
    }
    if (isMultipartReport(headers)) {
      return Optional.of("multipart/report");
    }
    if (headers.has("X-Failed-Recipients")) {
      return Optional.of("X-Failed-Recipients");
    }
    if (isFromMailSystem(headers, effort)) {
      return Optional.of("from a mail system");
    }
    boolean subject = UNDELIVERED_SUBJECT.matcher(headers.subject()).matches();
    boolean text = texts.stream().anyMatch(BounceText::saysUndelivered);
    boolean details =
        has(ReportPart::isReturnedMail) || texts.stream().anyMatch(BounceText::hasDetails);
    if (isWithoutReturn(headers, effort)
        && (subject || (text && (details || !isForSomebodyAway())))) {
      return Optional.of("without return path, says that a mail was not delivered");
    }
    boolean said = (subject && text) || ((subject || text) && details);
    return mayBeFromMailSystem(headers, effort) && said && !isTyped()
        ? Optional.of("by its sender and its words")
        : Optional.empty();
  }

  /** Machines that answer for people need no return path either, and people write of parcels. */
  private boolean isForSomebodyAway() {
    return KindOfMail.saysItAnswers(headers)
        || parts.stream().filter(ReportPart::isText).anyMatch(part -> AbsenceNote.in(part.text()));
  }

  /** Those who look after a mail server write about mails, too. */
  private boolean isTyped() {
    return headers.has("User-Agent")
        || effort.matcher(MAIL_PROGRAM, headers.decoded("X-Mailer")).matches();
  }

  /** The surest source that names somebody. */
  private List<Recipient> recipients() {
    return Stream.<Supplier<List<Recipient>>>of(
            () -> fields(ReportPart::isDeliveryStatus),
            () -> fields(ReportPart::isText),
            this::failedRecipients,
            () -> saidInText(ownAddresses()),
            () -> saidInText(List.of()),
            () -> fields(ReportPart::isReturnedMail), // a report in a report
            this::addressee)
        .map(Supplier::get)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Recipient> fields(Predicate<ReportPart> which) {
    return parts.stream()
        .filter(which)
        .flatMap(part -> DeliveryStatus.recipients(part.text(), effort).stream())
        .toList();
  }

  private List<Recipient> failedRecipients() {
    return addresses("X-Failed-Recipients").map(this::recipient).toList();
  }

  private List<Recipient> saidInText(List<String> own) {
    boolean delayed = isDelayed();
    return texts.stream()
        .map(text -> text.recipients(own, delayed))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Recipient> addressee() {
    return Stream.concat(texts.stream(), returnedMails())
        .map(BounceText::addressee)
        .flatMap(Optional::stream)
        .findFirst()
        .map(address -> List.of(recipient(address)))
        .orElse(List.of());
  }

  /** With what the text says about it, if it mentions it. */
  private Recipient recipient(String address) {
    return saidInText(List.of()).stream()
        .filter(said -> said.address().equalsIgnoreCase(address))
        .findFirst()
        .orElseGet(
            () -> new Recipient(address, isDelayed() ? Action.DELAYED : Action.FAILED, status()));
  }

  private String status() {
    return texts.stream()
        .map(BounceText::status)
        .filter(status -> !status.isEmpty())
        .findFirst()
        .orElse("");
  }

  private boolean isDelayed() {
    return BounceText.of(headers.subject(), effort).isDelayed()
        || texts.stream().anyMatch(BounceText::isDelayed);
  }

  /** Whom the report was sent to; some greet them. */
  private List<String> ownAddresses() {
    return Stream.of("To", "Delivered-To", "X-Original-To").flatMap(this::addresses).toList();
  }

  private Stream<String> addresses(String name) {
    return headers.all(name).stream()
        .flatMap(line -> Mailboxes.all(line).stream())
        .map(mailbox -> mailbox.address().value());
  }

  /** From the mail that is returned, or else from what the report says it answers. */
  private Optional<MailId> originalId() {
    Stream<BounceText> others =
        parts.stream()
            .filter(part -> !part.isReturnedMail())
            .map(part -> BounceText.of(part.text(), effort));
    return Stream.of(
            Stream.concat(returnedMails(), others)
                .map(BounceText::originalMessageId)
                .flatMap(Optional::stream),
            headers.all("In-Reply-To").stream(),
            headers.all("References").stream())
        .flatMap(written -> written)
        .map(MailReport::id)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<BounceText> returnedMails() {
    return parts.stream()
        .filter(ReportPart::isReturnedMail)
        .map(part -> BounceText.returned(part.text(), effort));
  }

  /** Some servers leave out the brackets. */
  private static Optional<MailId> id(String written) {
    return MailId.parse(written).or(() -> MailId.parse("<" + written.strip() + ">"));
  }

  private boolean has(Predicate<ReportPart> kind) {
    return parts.stream().anyMatch(kind);
  }

  private boolean typed(String reportType) {
    return headers.lower("Content-Type").contains(reportType);
  }

  private static boolean isMultipartReport(MailHeaders headers) {
    return headers.lower("Content-Type").startsWith("multipart/report");
  }

  private static boolean isFromMailSystem(MailHeaders headers, MailEffort effort) {
    return effort.matcher(MAIL_SYSTEM, writer(headers)).matches();
  }

  private static boolean mayBeFromMailSystem(MailHeaders headers, MailEffort effort) {
    return effort.matcher(MAYBE_MAIL_SYSTEM, writer(headers)).matches();
  }

  private static String writer(MailHeaders headers) {
    return DOMAIN.matcher(headers.decoded("From")).replaceAll("@");
  }

  /** Where nothing may be answered, {@code <>}, some servers write their own name. */
  private static boolean isWithoutReturn(MailHeaders headers, MailEffort effort) {
    return headers.hasNullReturnPath()
        || effort.matcher(MAIL_SYSTEM, headers.raw("Return-Path")).matches();
  }
}
