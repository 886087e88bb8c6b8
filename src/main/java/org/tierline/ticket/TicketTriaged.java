package org.tierline.ticket;

/** Category, priority and team are known. */
public record TicketTriaged(TicketId ticket) {}
