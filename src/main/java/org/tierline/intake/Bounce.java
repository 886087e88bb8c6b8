package org.tierline.intake;

import java.util.List;
import java.util.Optional;
import org.tierline.platform.mail.MailId;

/**
 * What a mail server, or a reader's provider, reports about a mail that was sent before.
 *
 * @param recipients whom it is about, each once
 * @param originalMessageId the mail it is about, where the report says so
 */
public record Bounce(List<Recipient> recipients, Optional<MailId> originalMessageId) {

  public Bounce {
    recipients = List.copyOf(recipients);
  }

  /** What has become of the mail at one recipient (RFC 3464 §2.3.3). */
  public enum Action {
    FAILED,
    /** Not yet; the server goes on trying. */
    DELAYED,
    DELIVERED,
    /** Handed to a server that sends no reports. */
    RELAYED,
    /** Sent on to the members of a list or to a new address. */
    EXPANDED
  }

  /**
   * @param address as the report writes it; not always one that mail could be sent to
   * @param status the code of RFC 3463, such as {@code 5.1.1}; empty when the report names none
   */
  public record Recipient(String address, Action action, String status) {}

  /** Whether a recipient will never get the mail. */
  public boolean isFinal() {
    return recipients.stream().anyMatch(recipient -> recipient.action() == Action.FAILED);
  }
}
