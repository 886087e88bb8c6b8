package org.tierline.ticket;

/** A customer's message became a ticket; its lifecycle may begin. */
public record TicketOpened(TicketId ticket, TicketNumber number) {}
