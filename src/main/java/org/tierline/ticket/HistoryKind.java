package org.tierline.ticket;

/** What kind of thing happened to a ticket. */
public enum HistoryKind {
  OPENED,
  TRIAGED,
  PROMISED,
  ACKNOWLEDGED,
  QUEUED,
  ASSIGNED,
  CUSTOMER_WROTE,
  AGENT_WROTE,
  WAITING,
  RESUMED,
  ESCALATED,
  BUG_CONFIRMED,
  BUG_OUTCOME,
  PRIORITY_CHANGED,
  SLA_WARNED,
  SLA_BREACHED,
  /** Missed before, and a later step of the ladder was taken. */
  SLA_STILL_BREACHED,
  /** The customer should hear how it goes. */
  UPDATE_DUE,
  RESOLVED,
  REOPENED,
  CLOSED,
  SURVEYED,
  CALL_TAKEN,
  LINKED,
  MERGED,
  UNDELIVERED,
  /** A mail system told us something that changes nothing: delayed, away, unwanted. */
  MAIL_REPORTED,
  /** Somebody writes more than can be answered one by one. */
  COLLECTING
}
