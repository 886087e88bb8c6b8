package org.tierline.escalation;

import java.util.Optional;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.ticket.TicketId;

/**
 * A ticket went to another team.
 *
 * @param reason what the handing agent wrote
 * @param expectation when the customer may expect an answer; empty when they need not know of it
 */
public record TicketEscalated(
    TicketId ticket,
    TeamId from,
    TeamId to,
    String reason,
    Optional<Team.Expectation> expectation) {}
