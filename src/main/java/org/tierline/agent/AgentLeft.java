package org.tierline.agent;

/** An agent no longer works at this desk: their open tickets need somebody else. */
public record AgentLeft(AgentId agent, TeamId team) {}
