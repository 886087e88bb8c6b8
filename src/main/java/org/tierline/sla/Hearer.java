package org.tierline.sla;

/** Who is told of a promise in danger. */
public enum Hearer {
  /** Whoever has the ticket; nobody while it waits in a queue. */
  ASSIGNEE,
  /** The leads of the desk. */
  LEAD,
  /** Everybody of the ticket's team. */
  TEAM
}
