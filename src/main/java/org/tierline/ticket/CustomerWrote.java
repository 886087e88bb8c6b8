package org.tierline.ticket;

/**
 * The customer added a message to a ticket whose lifecycle is running.
 *
 * @param customerMessages how many messages the customer has sent so far
 */
public record CustomerWrote(
    TicketId ticket, TicketNumber number, MessageId message, int customerMessages) {}
