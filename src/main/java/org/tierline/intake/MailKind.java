package org.tierline.intake;

/** Who, or what, speaks in a mail. Only people are answered. */
public enum MailKind {
  HUMAN,
  /** A machine's answer to a mail: out of office, received with thanks, read receipt. */
  AUTO_REPLY,
  /** A mail server reports on a mail it could not deliver, or not yet. */
  BOUNCE,
  /** Somebody pressed "this is spam" and their provider tells us (RFC 5965). */
  FEEDBACK_REPORT,
  /** A machine's or list's own message: an alert, a newsletter. Perhaps worth a ticket. */
  BULK
}
