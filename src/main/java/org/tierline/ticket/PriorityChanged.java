package org.tierline.ticket;

/** Somebody decided that a ticket is more or less urgent than it was taken for. */
public record PriorityChanged(TicketId ticket, TicketNumber number, Priority priority) {}
