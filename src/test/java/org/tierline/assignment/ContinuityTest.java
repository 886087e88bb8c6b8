package org.tierline.assignment;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tierline.agent.Absence;
import org.tierline.agent.Presence;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;

/** Whose a ticket is that comes back: one line for each branch of the rule. */
class ContinuityTest {

  private static final Instant NOON = MONDAY_9AM.plus(3, HOURS);
  private static final Optional<Instant> EARLIER = Optional.of(NOON.minus(1, HOURS));
  private static final Optional<Instant> LATER = Optional.of(NOON.plus(1, HOURS));

  @Test
  void whoIsThereKeepsIt() {
    assertThat(of(Presence.ON_DUTY, EARLIER)).isEqualTo(Continuity.STAYS);
    assertThat(of(Presence.AWAY, EARLIER)).isEqualTo(Continuity.STAYS);
  }

  @Test
  void whoIsOffShiftKeepsItUnlessTheyAreBackTooLate() {
    assertThat(of(Presence.OFF_SHIFT, LATER)).isEqualTo(Continuity.STAYS);
    assertThat(of(Presence.OFF_SHIFT, Optional.of(NOON))).isEqualTo(Continuity.STAYS);
    assertThat(of(Presence.OFF_SHIFT, Optional.empty())).isEqualTo(Continuity.STAYS);
    assertThat(of(Presence.OFF_SHIFT, EARLIER)).isEqualTo(Continuity.STAYS_UNLESS_SOMEBODY_IS_FREE);
  }

  @Test
  void whoIsAwayForAnHourKeepsItUnlessTheyAreBackTooLate() {
    assertThat(absent(3, LATER)).isEqualTo(Continuity.STAYS);
    assertThat(absent(3, EARLIER)).isEqualTo(Continuity.STAYS_UNLESS_SOMEBODY_IS_FREE);
  }

  @Test
  void whoIsAwayForLongDoesNot() {
    assertThat(absent(8, LATER)).isEqualTo(Continuity.MOVES_ON);
  }

  @Test
  void whoLeftDoesNot() {
    assertThat(of(Presence.LEFT, LATER)).isEqualTo(Continuity.MOVES_ON);
  }

  private static Continuity of(Presence presence, Optional<Instant> dueAt) {
    Optional<Instant> back = presence == Presence.OFF_SHIFT ? Optional.of(NOON) : Optional.empty();
    return Continuity.of(
        new Roster.Member(agent(ANA, TeamId.TIER1), presence, back),
        Optional.empty(),
        Duration.ofHours(8),
        dueAt);
  }

  private static Continuity absent(int hours, Optional<Instant> dueAt) {
    var absence = new Absence(ANA, NOON.minus(hours, HOURS), NOON, "", ANA);
    return Continuity.of(
        new Roster.Member(agent(ANA, TeamId.TIER1), Presence.ABSENT, Optional.of(NOON)),
        Optional.of(absence),
        Duration.ofHours(8),
        dueAt);
  }
}
