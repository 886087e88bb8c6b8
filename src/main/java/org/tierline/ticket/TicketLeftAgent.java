package org.tierline.ticket;

import org.tierline.agent.TeamId;

/**
 * An agent of this team has less to work on, mostly this ticket: a waiting one may find an owner.
 */
public record TicketLeftAgent(TicketId ticket, TeamId team) {}
