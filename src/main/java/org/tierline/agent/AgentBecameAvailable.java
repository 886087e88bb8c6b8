package org.tierline.agent;

/** An agent came back and wants work: waiting tickets of their team may now find an owner. */
public record AgentBecameAvailable(AgentId agent, TeamId team) {}
