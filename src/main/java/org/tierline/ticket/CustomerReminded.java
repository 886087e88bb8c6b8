package org.tierline.ticket;

/** The customer owes us an answer and shall be reminded. */
public record CustomerReminded(TicketId ticket) {}
