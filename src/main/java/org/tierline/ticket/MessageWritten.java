package org.tierline.ticket;

/** An agent wrote something; {@code purpose} says who shall hear of it. */
public record MessageWritten(TicketId ticket, MessageId message, Purpose purpose) {}
