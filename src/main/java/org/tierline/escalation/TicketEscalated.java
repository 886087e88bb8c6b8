package org.tierline.escalation;

import org.tierline.agent.TeamId;
import org.tierline.ticket.TicketId;

/**
 * A ticket went to another team.
 *
 * @param reason what the handing agent wrote
 */
public record TicketEscalated(TicketId ticket, TeamId from, TeamId to, String reason) {}
