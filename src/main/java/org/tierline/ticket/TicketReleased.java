package org.tierline.ticket;

/** A ticket lost its owner and waits in its team's queue; whoever has its work open leaves it. */
public record TicketReleased(TicketId ticket, TicketNumber number) {}
