package org.tierline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierline.platform.files.Spool;

/** A mailbox of the desk on a mail server. */
interface Mailbox {

  /** Tells it from other mailboxes; the same on every node. */
  String name();

  /** From when on its mails are the desk's, where somebody has said so. */
  Optional<Instant> since();

  /** Connects, or looks again over a connection that still stands. */
  Visit visit() throws MailboxUnavailableException;

  /**
   * Waits until the mail server says that something is new, at most half a minute.
   *
   * @return false at once if it cannot say so
   */
  boolean awaitNews() throws MailboxUnavailableException;

  /** Whoever waits for news need not any longer. For any thread, also when nobody waits. */
  void endWait();

  /** Closes the connection; the next visit makes another. */
  void hangUp();

  /** One look into the mailbox. */
  interface Visit {

    long uidValidity();

    /** The uids above the given one, in ascending order. */
    List<Long> uidsAbove(long uid) throws MailboxUnavailableException;

    /** Every mail there is, by its uid, and when the server received it. */
    Map<Long, Instant> arrivals() throws MailboxUnavailableException;

    /** The mail, byte by byte and whole; the caller closes it. */
    Spool fetch(long uid) throws MailNotFetchedException, MailboxUnavailableException;

    /** Tells people who look into the same mailbox that the desk has it. */
    void markSeen(long uid) throws MailboxUnavailableException;
  }
}
