package org.tierline.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Recognises machines by the marks they leave in headers (RFC 3834, 3464, 5965, and what programs
 * really do). The first mark that is found decides.
 *
 * @param reason the mark
 */
record KindOfMail(MailKind kind, String reason) {

  private static final Pattern MAIL_SYSTEM =
      Pattern.compile(
          "(?i)(?:mailer-?daemon|mail-?daemon|postmaster|mail-?delivery-?(?:subsystem|system)?|mdaemon|bounces?|double-bounce)(?:[+=_-].*)?@.*");

  private static final Pattern NO_REPLY =
      Pattern.compile("(?i)(?:no-?_?\\.?reply|do-?_?not-?_?reply|donotreply|noreply).*@.*");

  private static final Pattern UNDELIVERED_SUBJECT =
      Pattern.compile(
          "(?i).*(?:undeliver(?:ed|able)|returned mail|delivery (?:status )?(?:notification|failure|report|problem|has failed)"
              + "|delivery failed|failure notice|mail delivery (?:failed|error|failure|system)|mail (?:system )?error|non[- ]?deliver"
              + "|returned to sender|could not be delivered|unzustellbar|nicht zustellbar|warning: could not send"
              + "|message (?:not delivered|delayed)|mail not delivered|dsn:|sendmail error|mail could not be).*");

  private static final Pattern AWAY_SUBJECT =
      Pattern.compile(
          "(?i)^(?:auto(?:matic|mated|matische|mática|matica)?[- ]?(?:reply|response|antwort|svar|risposta)\\b"
              + "|auto: |autoreply|autosvar|automatische antwort|automatisch antwoord|abwesenheits|out of (?:the )?office\\b"
              + "|out-of-office|ooo:|vacation (?:reply|response)|réponse automatique|respuesta automática|resposta automática"
              + "|risposta automatica|frånvaro|fravær|autom\\. antwort|自动回复|自動応答).*");

  /** One look at the headers. */
  interface Mark extends Function<MailHeaders, Optional<KindOfMail>> {}

  private static final List<Mark> MARKS =
      List.of(
          KindOfMail::byReportType,
          KindOfMail::byAutoSubmitted,
          KindOfMail::byFailedRecipients,
          KindOfMail::byMailSystem,
          KindOfMail::byReturnPath,
          KindOfMail::byAutoReplyHeaders,
          KindOfMail::byAwaySubject,
          KindOfMail::byList,
          KindOfMail::bySuppression,
          KindOfMail::byNoReplyAddress);

  static KindOfMail of(MailHeaders mail) {
    return MARKS.stream()
        .map(mark -> mark.apply(mail))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(new KindOfMail(MailKind.HUMAN, "no mark of a machine"));
  }

  private static Optional<KindOfMail> byReportType(MailHeaders mail) {
    String type = mail.lower("Content-Type");
    if (!type.startsWith("multipart/report")) {
      return Optional.empty();
    }
    if (type.contains("feedback-report")) {
      return found(MailKind.FEEDBACK_REPORT, "multipart/report; feedback-report");
    }
    if (type.contains("disposition-notification")) {
      return found(MailKind.AUTO_REPLY, "multipart/report; disposition-notification");
    }
    return found(MailKind.BOUNCE, "multipart/report");
  }

  private static Optional<KindOfMail> byAutoSubmitted(MailHeaders mail) {
    String value = mail.lower("Auto-Submitted");
    if (value.isEmpty() || value.startsWith("no")) {
      return Optional.empty();
    }
    if (isFromMailSystem(mail)) {
      return found(MailKind.BOUNCE, "Auto-Submitted by a mail system");
    }
    return value.startsWith("auto-replied") || value.startsWith("auto-notified")
        ? found(MailKind.AUTO_REPLY, "Auto-Submitted: " + value)
        : found(MailKind.BULK, "Auto-Submitted: " + value);
  }

  private static Optional<KindOfMail> byFailedRecipients(MailHeaders mail) {
    return mail.has("X-Failed-Recipients")
        ? found(MailKind.BOUNCE, "X-Failed-Recipients")
        : Optional.empty();
  }

  private static Optional<KindOfMail> byMailSystem(MailHeaders mail) {
    if (isFromMailSystem(mail)) {
      return found(MailKind.BOUNCE, "from a mail system");
    }
    return mail.hasNullReturnPath() && UNDELIVERED_SUBJECT.matcher(mail.subject()).matches()
        ? found(MailKind.BOUNCE, "undeliverable by its subject, without return path")
        : Optional.empty();
  }

  private static Optional<KindOfMail> byReturnPath(MailHeaders mail) {
    return mail.hasNullReturnPath()
        ? found(MailKind.AUTO_REPLY, "Return-Path: <>")
        : Optional.empty();
  }

  private static Optional<KindOfMail> byAutoReplyHeaders(MailHeaders mail) {
    for (String name :
        List.of(
            "X-Autoreply",
            "X-Autorespond",
            "X-Auto-Reply-From",
            "X-Autoreply-From",
            "X-Mail-Autoreply")) {
      String value = mail.lower(name);
      if (!value.isEmpty() && !value.equals("no")) {
        return found(MailKind.AUTO_REPLY, name);
      }
    }
    String precedence = mail.lower("Precedence");
    return precedence.startsWith("auto_reply") || precedence.startsWith("auto-reply")
        ? found(MailKind.AUTO_REPLY, "Precedence: " + precedence)
        : Optional.empty();
  }

  private static Optional<KindOfMail> byAwaySubject(MailHeaders mail) {
    return AWAY_SUBJECT.matcher(mail.subject()).matches()
        ? found(MailKind.AUTO_REPLY, "an absence note by its subject")
        : Optional.empty();
  }

  private static Optional<KindOfMail> byList(MailHeaders mail) {
    String precedence = mail.lower("Precedence");
    if (precedence.startsWith("bulk")
        || precedence.startsWith("list")
        || precedence.startsWith("junk")) {
      return found(MailKind.BULK, "Precedence: " + precedence);
    }
    for (String name :
        List.of(
            "List-Id",
            "List-Post",
            "List-Unsubscribe",
            "List-Help",
            "X-Loop",
            "X-Campaign",
            "Feedback-ID")) {
      if (mail.has(name)) {
        return found(MailKind.BULK, name);
      }
    }
    return Optional.empty();
  }

  private static Optional<KindOfMail> bySuppression(MailHeaders mail) {
    String suppressed = mail.lower("X-Auto-Response-Suppress");
    return suppressed.contains("all")
            || suppressed.contains("autoreply")
            || suppressed.contains("oof")
        ? found(MailKind.BULK, "X-Auto-Response-Suppress: " + suppressed)
        : Optional.empty();
  }

  private static Optional<KindOfMail> byNoReplyAddress(MailHeaders mail) {
    return NO_REPLY.matcher(mail.sender()).matches()
        ? found(MailKind.BULK, "an address that takes no answers")
        : Optional.empty();
  }

  private static boolean isFromMailSystem(MailHeaders mail) {
    return MAIL_SYSTEM.matcher(mail.sender()).matches()
        || mail.lower("From").contains("mailer-daemon")
        || mail.lower("From").startsWith("mail delivery s");
  }

  private static Optional<KindOfMail> found(MailKind kind, String reason) {
    return Optional.of(new KindOfMail(kind, CleanText.line(reason, 200)));
  }
}
