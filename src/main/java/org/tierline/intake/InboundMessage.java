package org.tierline.intake;

import java.util.List;
import java.util.Optional;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;

/**
 * A mail as the desk understands it.
 *
 * @param sender whom an answer would go to; empty when the mail names nobody we could answer
 * @param date the Date header as it was written
 * @param text everything it says, as plain text
 * @param visibleReply the text without quotes of earlier mails and without signature
 * @param html the same, cleaned of scripts and remote content, if it came as HTML
 * @param inReplyTo what the sender's program says it answers
 * @param references the conversation so far, oldest first
 * @param kindReason the mark by which {@code kind} was recognised
 * @param bounce what it reports about an earlier mail, if it is a report
 */
public record InboundMessage(
    Optional<EmailAddress> sender,
    Optional<String> senderName,
    String subject,
    String date,
    String text,
    String visibleReply,
    String signature,
    Optional<String> html,
    List<InboundFile> files,
    Optional<MailId> messageId,
    List<MailId> inReplyTo,
    List<MailId> references,
    MailKind kind,
    String kindReason,
    Optional<Bounce> bounce) {

  public InboundMessage {
    files = List.copyOf(files);
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
  }

  /** Whether an automatic answer would reach a person. */
  public boolean mayAnswer() {
    return kind == MailKind.HUMAN && sender.isPresent();
  }
}
