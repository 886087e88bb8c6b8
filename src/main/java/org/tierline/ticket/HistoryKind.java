package org.tierline.ticket;

/** What kind of thing happened to a ticket. */
public enum HistoryKind {
  OPENED,
  TRIAGED,
  PROMISED,
  ACKNOWLEDGED,
  QUEUED,
  ASSIGNED,
  /** Nobody the desk may ask can take it; a lead decides whose it is. */
  LEAD_CALLED,
  /** A whole team was told of it. */
  TEAM_ALERTED,
  CUSTOMER_WROTE,
  AGENT_WROTE,
  WAITING,
  /** The customer was asked once more; we wait all the same. */
  REMINDED,
  RESUMED,
  ESCALATED,
  BUG_CONFIRMED,
  BUG_OUTCOME,
  PRIORITY_CHANGED,
  /** Something else was agreed with the customer. */
  CONTRACT_CHANGED,
  SLA_WARNED,
  SLA_BREACHED,
  /** Missed before, and a later step of the ladder was taken. */
  SLA_STILL_BREACHED,
  /** The customer should hear how it goes. */
  UPDATE_DUE,
  /** The desk itself told the customer that we are still at it. */
  KEPT_POSTED,
  RESOLVED,
  REOPENED,
  CLOSED,
  SURVEYED,
  CALL_TAKEN,
  LINKED,
  MERGED,
  /** The watchdog found that nobody would have come back to it. */
  STRAYED,
  /** A step of its process failed for good, and a lead decided what becomes of it. */
  REPAIRED,
  UNDELIVERED,
  /** A mail system told us something that changes nothing: delayed, away, unwanted. */
  MAIL_REPORTED,
  /** A lead made it a ticket; the desk had quarantined its mail or set it aside. */
  TAKEN_IN,
  /** Somebody writes more than can be answered one by one. */
  COLLECTING
}
