package org.tierline.notification;

import org.tierline.agent.AgentId;

/** There is something new on somebody's bell, or they have read it. */
public record BellRang(AgentId agent) {}
