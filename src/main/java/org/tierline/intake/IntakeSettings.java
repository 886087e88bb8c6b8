package org.tierline.intake;

import java.util.Optional;

/**
 * How mail comes in.
 *
 * @param mailbox the mailbox to read; empty when this desk reads none
 * @param maxAttachmentBytes what a single attachment may weigh to be kept with the ticket
 */
record IntakeSettings(Optional<MailboxAccount> mailbox, long maxAttachmentBytes) {

  /** How the connection to the mail server is protected. */
  enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  /** Where a mailbox is and who may read it. */
  record MailboxAccount(
      String host, int port, Security security, String user, String password, String folder) {

    /** The same for every node, whatever happens to the password. */
    String name() {
      return user + "@" + host + "/" + folder;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
      return name();
    }
  }
}
