package org.tierline.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tierline.agent.Absence;
import org.tierline.agent.Roster;

/**
 * Whose a ticket is that comes back to its owner, because its customer answered, engineering is
 * done, or it was reopened. Whoever knows it goes on with it: capacity bounds what somebody is
 * given, not what comes back to them, though that counts as their work and keeps new tickets away.
 * Somebody who is not there cannot go on, and a promise does not wait for them.
 */
enum Continuity {
  /** It stays with its owner. */
  STAYS,
  /** Its owner is back too late for what is due: a colleague takes it if one is free. */
  STAYS_UNLESS_SOMEBODY_IS_FREE,
  /** Its owner is gone, or away for long: it is assigned like a new one. */
  MOVES_ON;

  /**
   * @param absence the one its owner is in, if they are
   * @param longAbsence from this length on an absence is long
   * @param dueAt when we have to have done something; empty when nothing is due
   */
  static Continuity of(
      Roster.Member owner,
      Optional<Absence> absence,
      Duration longAbsence,
      Optional<Instant> dueAt) {
    return switch (owner.presence()) {
      case ON_DUTY, AWAY -> STAYS;
      case OFF_SHIFT -> isBackTooLate(owner, dueAt) ? STAYS_UNLESS_SOMEBODY_IS_FREE : STAYS;
      case ABSENT -> {
        if (absence.filter(a -> a.length().compareTo(longAbsence) >= 0).isPresent()) {
          yield MOVES_ON;
        }
        yield isBackTooLate(owner, dueAt) ? STAYS_UNLESS_SOMEBODY_IS_FREE : STAYS;
      }
      case LEFT -> MOVES_ON;
    };
  }

  private static boolean isBackTooLate(Roster.Member owner, Optional<Instant> dueAt) {
    return owner.back().isPresent()
        && dueAt.filter(due -> due.isBefore(owner.back().orElseThrow())).isPresent();
  }
}
