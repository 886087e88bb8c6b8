package org.tierline.ticket;

import org.tierline.agent.AgentId;

/** The ticket has an owner. */
public record TicketAssigned(TicketId ticket, TicketNumber number, AgentId agent) {}
