package org.tierline.ticket;

import java.util.Optional;
import org.tierline.agent.AgentId;

/**
 * An agent's ticket is somebody else's now, or waits in the queue, and not because that agent said
 * so: they have to know.
 *
 * @param to who has it now; empty when it waits in the queue
 */
public record TicketTakenOver(TicketId ticket, AgentId from, Optional<AgentId> to) {}
