package org.tierline.ticket;

/**
 * The conversation of a ticket goes on in another.
 *
 * @param ticket the one that ended
 */
public record TicketMerged(TicketId ticket, TicketNumber number, TicketId survivor) {}
