package org.tierline.escalation;

import java.util.Optional;
import java.util.Set;
import org.tierline.agent.TeamId;

/**
 * A ticket that would change its team for the third time, or go back to a team that handed it away,
 * goes to a lead, who decides where it belongs. What a lead decides is done.
 */
final class PingPongPolicy {

  /** So often teams may pass a ticket on among themselves. */
  private static final int MOST_CHANGES = 2;

  private PingPongPolicy() {}

  /**
   * @param formerTeams who had it before the team it is with
   * @param changes how often it changed its team already
   * @return why a lead has to decide; empty when the ticket may go where it shall
   */
  static Optional<String> whyALeadDecides(
      TeamId from, TeamId to, Set<TeamId> formerTeams, int changes) {
    if (from.equals(TeamId.LEAD) || to.equals(TeamId.LEAD) || from.equals(to)) {
      return Optional.empty();
    }
    if (formerTeams.contains(to)) {
      return Optional.of("it has been with %s before".formatted(to));
    }
    return changes < MOST_CHANGES
        ? Optional.empty()
        : Optional.of("it has changed its team %d times".formatted(changes));
  }
}
