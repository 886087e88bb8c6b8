package org.tierline.agent;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.agent.AgentFixture.described;
import static org.tierline.agent.TeamId.TIER1;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;

class RosterTest {

  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryAbsences absences = new InMemoryAbsences();
  private final RecordedFacts facts = new RecordedFacts();
  private final TestClock clock = new TestClock();
  private final Roster roster = new Roster(agents, absences, clock);
  private final PlanAbsence planAbsence = new PlanAbsence(agents, absences, facts, clock);

  @BeforeEach
  void threeAgents() {
    agents.add(agent(ANA, TIER1));
    agents.add(described(agent(TOM, TIER1), false, Set.of("en"), "MON-FRI 13:00-17:00"));
  }

  @Test
  void whoIsAvailableInTheirShiftIsOnDuty() {
    assertThat(roster.of(TIER1))
        .extracting(Roster.Member::presence)
        .containsExactly(Presence.ON_DUTY, Presence.OFF_SHIFT);
    assertThat(roster.of(TIER1).get(1).back()).contains(Instant.parse("2026-11-23T12:00:00Z"));

    clock.pass(Duration.ofHours(3));
    assertThat(roster.of(TIER1)).allMatch(Roster.Member::isOnDuty);
  }

  @Test
  void whoStepsAwayWantsNoTickets() throws NotAnAgentException {
    new ChangeAvailability(agents, facts).change(ANA, false);

    assertThat(roster.of(TIER1).get(0).presence()).isEqualTo(Presence.AWAY);
  }

  @Test
  void anAbsenceLastsUntilItsEnd() throws NotAnAgentException {
    planAbsence.plan(ANA, MONDAY_9AM, MONDAY_9AM.plus(2, DAYS), " ill ", ANA);

    assertThat(roster.of(TIER1).get(0).presence()).isEqualTo(Presence.ABSENT);
    assertThat(roster.of(TIER1).get(0).back()).contains(MONDAY_9AM.plus(2, DAYS));
    assertThat(roster.absenceOf(ANA)).map(Absence::reason).contains("ill");

    clock.pass(Duration.ofDays(2));
    assertThat(roster.of(TIER1).get(0).presence()).isEqualTo(Presence.ON_DUTY);
    assertThat(roster.absenceOf(ANA)).isEmpty();
  }

  @Test
  void whoComesBackEarlierIsAskedAtOnce() throws NotAnAgentException {
    Absence absence = planAbsence.plan(ANA, MONDAY_9AM, MONDAY_9AM.plus(2, DAYS), "", ANA);
    clock.pass(Duration.ofHours(1));

    assertThat(planAbsence.cancel(ANA, absence.id())).isTrue();

    assertThat(roster.of(TIER1).get(0).presence()).isEqualTo(Presence.ON_DUTY);
    assertThat(facts.announced()).containsExactly(new AgentBecameAvailable(ANA, TIER1));
    assertThat(absence.until()).isEqualTo(MONDAY_9AM.plus(1, HOURS));
  }

  @Test
  void anAbsenceToComeIsTakenBackWithoutATrace() throws NotAnAgentException {
    Absence absence =
        planAbsence.plan(ANA, MONDAY_9AM.plus(1, DAYS), MONDAY_9AM.plus(2, DAYS), "", ANA);

    assertThat(planAbsence.cancel(TOM, absence.id())).isFalse();
    assertThat(planAbsence.cancel(ANA, absence.id())).isTrue();

    assertThat(absences.find(absence.id())).isEqualTo(Optional.empty());
    assertThat(facts.announced()).isEmpty();
  }

  @Test
  void anAbsenceHasToMakeSense() {
    Instant later = MONDAY_9AM.plus(1, DAYS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> planAbsence.plan(ANA, later, MONDAY_9AM, "", ANA));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> planAbsence.plan(ANA, MONDAY_9AM.minus(2, DAYS), MONDAY_9AM, "", ANA));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> planAbsence.plan(ANA, MONDAY_9AM, later, "x".repeat(201), ANA));
    assertThatExceptionOfType(NotAnAgentException.class)
        .isThrownBy(() -> planAbsence.plan(BEN, MONDAY_9AM, later, "", ANA));
  }

  @Test
  void whoCanDoMoreMayBeFreeForAWaitingTicket() throws NotAnAgentException {
    Agent ana = agents.find(ANA).orElseThrow();
    new DescribeAgent(agents, facts)
        .describe(
            ANA,
            new Profile(
                40,
                true,
                Set.of(new Skill("BILLING")),
                Set.of("en", "pt"),
                ana.zone(),
                WorkingWeek.parse("MON-FRI 09:00-17:00")));

    assertThat(ana.capacity()).isEqualTo(40);
    assertThat(ana.isSenior()).isTrue();
    assertThat(ana.skills()).containsExactly(new Skill("BILLING"));
    assertThat(ana.workingWeek()).hasToString("MON-FRI 09:00-17:00");
    assertThat(facts.announced()).containsExactly(new AgentBecameAvailable(ANA, TIER1));
  }
}
