package org.tierline.intake;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.mail.MailId;

/**
 * What the desk would do with a mail and why, in the words of the API.
 *
 * @param from whom an answer would go to, or who else wrote it; null when the mail names nobody
 * @param date when it says it was written, as ISO 8601 where that can be made out
 * @param kind human, auto-reply, bounce, feedback-report or bulk; null when it cannot be read
 * @param bounce what it reports about an earlier mail; null when it is no report
 * @param verdict new-ticket, follow-up, duplicate, suppressed or quarantined
 * @param reason why, in a sentence a person can check
 * @param remarks what the ticket would warn its readers of
 */
public record Explanation(
    String subject,
    @Nullable MailPerson from,
    List<MailPerson> to,
    List<MailPerson> cc,
    List<MailPerson> replyTo,
    @Nullable String messageId,
    String date,
    String text,
    String visibleReply,
    String signature,
    @Nullable String html,
    List<Attachment> attachments,
    List<String> flags,
    @Nullable String kind,
    @Nullable Report bounce,
    boolean mayAnswer,
    String verdict,
    String reason,
    List<Judgement.Check> checks,
    List<String> remarks) {

  /** A file the mail carries. */
  public record Attachment(
      String name, String contentType, long size, String sha256, boolean inline) {

    private static Attachment of(InboundFile file) {
      return new Attachment(
          file.name(),
          file.contentType(),
          file.content().size(),
          file.content().sha256(),
          file.inline());
    }
  }

  /** What a mail server tells of a mail that was sent before. */
  public record Report(List<Recipient> recipients, @Nullable String originalMessageId) {

    private static Report of(Bounce bounce) {
      return new Report(
          bounce.recipients().stream()
              .map(one -> new Recipient(one.address(), code(one.action()), one.status()))
              .toList(),
          bounce.originalMessageId().map(MailId::value).orElse(null));
    }
  }

  /** What became of a mail at one of its readers. */
  public record Recipient(String address, String action, String status) {}

  static Explanation of(InboundMessage mail, Judgement judgement) {
    return new Explanation(
        mail.subject(),
        mail.sender()
            .map(sender -> new MailPerson(mail.senderName().orElse(""), sender.value()))
            .or(() -> mail.from().stream().findFirst())
            .orElse(null),
        mail.to(),
        mail.cc(),
        mail.replyTo(),
        mail.messageId().map(MailId::value).orElse(null),
        MailDate.readable(mail.date()),
        mail.text(),
        mail.visibleReply(),
        mail.signature(),
        mail.html().orElse(null),
        mail.files().stream().map(Attachment::of).toList(),
        mail.flags(),
        word(mail.kind()),
        mail.bounce().map(Report::of).orElse(null),
        judgement.mayAnswer(),
        word(judgement.verdict()),
        judgement.verdict().reason(),
        judgement.checks(),
        judgement.remarks());
  }

  /** No sense can be made of the mail. */
  static Explanation unreadable(String reason) {
    return new Explanation(
        "",
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        "",
        "",
        "",
        "",
        null,
        List.of(),
        List.of(),
        null,
        null,
        false,
        word(new Verdict.Quarantined(reason)),
        reason,
        List.of(new Judgement.Check("readable", reason)),
        List.of());
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How sure we are of a machine, and whether a person stands behind it, is our own affair. */
  static String word(MailKind kind) {
    return switch (kind) {
      case HUMAN, AUTO_REPLY, BOUNCE, FEEDBACK_REPORT, BULK -> code(kind);
      case PERHAPS_AUTO_REPLY -> code(MailKind.AUTO_REPLY);
      case AUTOMATIC, UNANSWERED -> code(MailKind.BULK);
    };
  }

  private static String word(Verdict verdict) {
    if (verdict instanceof Verdict.NewTicket) {
      return "new-ticket";
    }
    if (verdict instanceof Verdict.FollowUp) {
      return "follow-up";
    }
    return verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
