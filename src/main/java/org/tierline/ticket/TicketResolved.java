package org.tierline.ticket;

/** We told ourselves it is solved; the customer shall hear how to verify that. */
public record TicketResolved(TicketId ticket) {}
