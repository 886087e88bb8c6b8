package org.tierline.ticket;

/** A ticket waits in its team's queue: nobody is free, or its agent gave it back. */
public record TicketQueued(TicketId ticket) {}
