package org.tierline.intake;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;

/**
 * What can be said of a mail once it was read, whatever becomes of it.
 *
 * @param contentKey tells it from all other mails
 * @param wordsKey the same for all mails with these words; unknown of old ones
 */
@Embeddable
record MailDescription(
    String contentKey,
    @Nullable String wordsKey,
    @Nullable String messageId,
    @Nullable String sender,
    @Nullable String senderDomain,
    String subject) {

  private static final int MAX_SUBJECT_LENGTH = 500;

  /**
   * @param within the one mailbox in which it counts as taken, if not in all of them
   */
  static MailDescription of(InboundMessage mail, Optional<String> within) {
    return new MailDescription(
        ContentKey.of(mail, within).value(),
        ContentKey.ofWords(mail).value(),
        mail.messageId().map(MailId::value).orElse(null),
        mail.sender().map(EmailAddress::value).orElse(null),
        mail.sender().map(EmailAddress::domain).orElse(null),
        CleanText.shortened(mail.subject(), MAX_SUBJECT_LENGTH));
  }
}
