package org.tierline.ticket;

/** A closed ticket came back within the grace period; it needs a new lifecycle. */
public record TicketReopened(TicketId ticket, TicketNumber number) {}
