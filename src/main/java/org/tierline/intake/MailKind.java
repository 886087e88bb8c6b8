package org.tierline.intake;

/** Who, or what, speaks in a mail. Only people are answered. */
public enum MailKind {
  HUMAN,
  /** A machine's answer to a mail: out of office, received with thanks, read receipt. */
  AUTO_REPLY,
  /** Its subject reads like a machine's answer; people who write about such answers do so, too. */
  PERHAPS_AUTO_REPLY,
  /** A mail server reports on a mail it could not deliver, or not yet. */
  BOUNCE,
  /** Somebody pressed "this is spam" and their provider tells us (RFC 5965). */
  FEEDBACK_REPORT,
  /**
   * A machine's own message, such as an alert. Perhaps worth a ticket; but where it answers a mail
   * of ours, nobody has spoken.
   */
  AUTOMATIC,
  /** Sent to many, or from where no answers are taken; seldom written by a person. */
  BULK,
  /** Wants no automatic answer, as what comes by a mailing list; a person may have written it. */
  UNANSWERED
}
