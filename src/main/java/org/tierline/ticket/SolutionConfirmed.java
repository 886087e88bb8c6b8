package org.tierline.ticket;

/** The customer checked and says it is solved; there is nothing left to wait for. */
public record SolutionConfirmed(TicketId ticket, TicketNumber number) {}
