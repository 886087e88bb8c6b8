package org.tierline.intake;

import jakarta.persistence.Embeddable;

/**
 * Where a mail lies: what IMAP promises to call no other mail (RFC 3501 §2.3.1.1).
 *
 * @param uidValidity changes when the server forgets the uids it gave out
 */
@Embeddable
record MailboxPosition(String mailbox, long uidValidity, long uid) {}
