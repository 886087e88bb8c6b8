package org.tierline.ticket;

import org.tierline.agent.AgentId;

/**
 * How many tickets of one kind an agent has to work on now.
 *
 * @param tickets at least 1
 */
public record WorkInHand(AgentId agent, Category category, Priority priority, int tickets) {}
