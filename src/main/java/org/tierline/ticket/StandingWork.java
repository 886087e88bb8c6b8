package org.tierline.ticket;

import java.time.Instant;
import java.util.Optional;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;

/**
 * How many unfinished tickets of one kind somebody has, or a queue.
 *
 * @param owner empty for a queue
 * @param tickets at least 1
 * @param oldest when the first of them was opened
 * @param overdue how many of them have missed what was promised
 */
public record StandingWork(
    TeamId team,
    Optional<AgentId> owner,
    TicketStatus status,
    Category category,
    Priority priority,
    int tickets,
    Instant oldest,
    int overdue) {}
