package org.tierline.ticket;

/** It is time to tell the customer that we have the ticket, and what we promise. */
public record TicketAcknowledged(TicketId ticket) {}
