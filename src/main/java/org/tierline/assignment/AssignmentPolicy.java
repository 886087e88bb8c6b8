package org.tierline.assignment;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Optional;
import org.tierline.agent.AgentId;

/**
 * Among the agents who have room and all that is required, those with what is preferred come first;
 * among them the one with the least work takes the ticket; among equals the one whose turn it is
 * after the agent served last.
 *
 * <p>An agent for whom no skill is listed is a generalist and may get anything.
 */
final class AssignmentPolicy {

  private AssignmentPolicy() {}

  /**
   * @param servedLast the agent of the team who got a ticket last
   */
  static Optional<Candidate> choose(
      Need need, Collection<Candidate> candidates, Optional<AgentId> servedLast) {
    return candidates.stream()
        .filter(candidate -> candidate.hasRoomFor(need.weight()))
        .filter(need::isMetBy)
        .min(
            comparingInt(need::misfit)
                .thenComparingInt(Candidate::load)
                .thenComparing(candidate -> !comesAfter(candidate.agent(), servedLast))
                .thenComparing(candidate -> candidate.agent().value()));
  }

  private static boolean comesAfter(AgentId agent, Optional<AgentId> servedLast) {
    return servedLast.map(last -> comparing(AgentId::value).compare(agent, last) > 0).orElse(true);
  }
}
