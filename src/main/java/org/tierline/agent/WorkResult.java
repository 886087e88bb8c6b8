package org.tierline.agent;

import java.util.Optional;

/**
 * How an agent finished a piece of work.
 *
 * @param outcome what the process asks for, such as {@code RESOLVE}
 * @param handOverTo the team that shall go on, when the agent chose one
 */
public record WorkResult(String outcome, Optional<TeamId> handOverTo) {}
