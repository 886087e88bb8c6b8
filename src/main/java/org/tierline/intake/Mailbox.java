package org.tierline.intake;

import java.util.List;

/** A mailbox of the desk on a mail server. */
interface Mailbox {

  /** Tells it from other mailboxes; the same on every node. */
  String name();

  /** Connects, or looks again over a connection that still stands. */
  Visit visit() throws MailboxUnavailableException;

  /** One look into the mailbox. */
  interface Visit extends AutoCloseable {

    long uidValidity();

    /** The uids above the given one, in ascending order. */
    List<Long> uidsAbove(long uid) throws MailboxUnavailableException;

    /** The mail, byte by byte. */
    byte[] fetch(long uid) throws MailNotFetchedException, MailboxUnavailableException;

    /** Tells people who look into the same mailbox that the desk has it. */
    void markSeen(long uid) throws MailboxUnavailableException;

    @Override
    void close();
  }
}
