package org.tierline.ticket;

/** The ticket is finished. */
public record TicketClosed(TicketId ticket, TicketNumber number) {}
