package org.tierline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;
import org.tierline.ticket.Entrance;

/**
 * How mail comes in.
 *
 * @param mailboxes what the desk reads; empty when it reads none
 * @param sameMail what becomes of a mail that comes through two of them
 */
record IntakeSettings(List<MailboxAccount> mailboxes, SameMail sameMail) {

  IntakeSettings {
    mailboxes = List.copyOf(mailboxes);
  }

  /** How the connection to the mail server is protected. None of them falls back to another. */
  enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  /**
   * Where a mailbox is and who may read it.
   *
   * @param since from when on its mails are the desk's, where somebody has said so
   * @param entrance what is known of requests that come through it; empty when it is the only one
   */
  record MailboxAccount(
      String host,
      int port,
      Security security,
      String user,
      Proof proof,
      Credentials credentials,
      String folder,
      Optional<Instant> since,
      Optional<Entrance> entrance) {

    /** The same for every node, whatever happens to the password. */
    String name() {
      return user + "@" + host + "/" + folder;
    }

    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
      return name();
    }
  }

  /** What is known of requests that come through a mailbox, by the name it has in the records. */
  Optional<Entrance> entrance(String mailbox) {
    return mailboxes.stream()
        .filter(account -> account.name().equals(mailbox))
        .findFirst()
        .flatMap(MailboxAccount::entrance);
  }
}
