package org.tierline.intake;

/** What has become of an arrived mail. Every mail ends in exactly one of the last five. */
public enum MailState {
  /** The mailbox announced it but would not hand it over yet. */
  UNFETCHED,
  /** Stored, not yet understood. */
  RECEIVED,
  TICKET_CREATED,
  APPENDED,
  DUPLICATE,
  SUPPRESSED,
  QUARANTINED
}
