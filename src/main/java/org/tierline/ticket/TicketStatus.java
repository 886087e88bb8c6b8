package org.tierline.ticket;

/** Where a ticket stands, in words a customer may read. */
public enum TicketStatus {
  /** Received; nobody has looked at it yet. */
  NEW,
  /** An agent or a team is working on it. */
  OPEN,
  /** We asked the customer something and wait for the answer; the resolution clock stands still. */
  WAITING_FOR_CUSTOMER,
  /** Support confirmed a defect; engineering is working on it. */
  WITH_ENGINEERING,
  /** We think it is solved; the customer may say otherwise within the grace period. */
  RESOLVED,
  /** Finished. */
  CLOSED;

  public boolean isFinished() {
    return this == CLOSED;
  }
}
