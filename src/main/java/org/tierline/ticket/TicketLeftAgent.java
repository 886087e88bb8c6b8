package org.tierline.ticket;

import org.tierline.agent.TeamId;

/** An agent of this team has one ticket less to work on: a waiting one may find an owner. */
public record TicketLeftAgent(TicketId ticket, TeamId team) {}
