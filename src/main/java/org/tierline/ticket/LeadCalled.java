package org.tierline.ticket;

/**
 * Nobody the desk may ask can take a ticket: a lead has to decide whose it is.
 *
 * @param why in a few words
 */
public record LeadCalled(TicketId ticket, TicketNumber number, String why) {}
