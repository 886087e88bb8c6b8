package org.tierline.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where mails wait until they have left the desk. */
public interface Outbox {

  /**
   * Puts a mail into the outbox as part of the caller's transaction: it leaves if and only if that
   * commits, at least once, and always under the same Message-ID.
   */
  void enqueue(OutgoingMail mail);

  /** Finds what was sent, or is about to be, under a Message-ID. */
  Optional<OutgoingMail> find(MailId id);

  /** What was written to somebody since then, the newest first, at most so many. */
  List<OutgoingMail> writtenTo(EmailAddress recipient, Instant since, int most);
}
