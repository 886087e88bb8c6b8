package org.tierline.sla.ladder;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;
import static org.tierline.ticket.TicketFixture.aTicketFrom;
import static org.tierline.ticket.TicketFixture.carla;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.sla.CustomerUpdateDue;
import org.tierline.sla.Hearer;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaBreached;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.Author;
import org.tierline.ticket.CannotMergeException;
import org.tierline.ticket.Category;
import org.tierline.ticket.Content;
import org.tierline.ticket.DueDates;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.LeadCalled;
import org.tierline.ticket.MergeTickets;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;

class TakeLadderStepsTest {

  private static final Set<Hearer> BOTH = Set.of(Hearer.ASSIGNEE, Hearer.LEAD);

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final RecordedFacts facts = new RecordedFacts();
  private final TestClock clock = new TestClock();
  private final Map<SlaTarget, Duration> promised =
      new EnumMap<>(
          Map.of(SlaTarget.FIRST_RESPONSE, ofHours(4), SlaTarget.RESOLUTION, ofHours(24)));
  private final SlaDesk sla =
      new SlaDesk(
          tickets,
          customers,
          request -> SlaFixture.policy("p", promised),
          SlaDesk::aLadder,
          facts,
          clock);

  private final Customer carla = carla();
  private final Ticket ticket = aTicketFrom(carla);

  @BeforeEach
  void aPromiseWasMade() {
    customers.add(carla);
    tickets.add(ticket);
    ticket.triage(Category.GENERAL, Priority.NORMAL, TeamId.TIER1, "test", MONDAY_9AM);
    sla.promiseResponse.promise(ticket.id());
  }

  @Test
  void halfAnHourBeforeItsEndATargetIsWarnedOfOnce() {
    clock.pass(ofHours(4).minusMinutes(30));

    take();
    take();

    assertThat(facts.ofType(SlaBreachNear.class))
        .containsExactly(
            new SlaBreachNear(ticket.id(), SlaTarget.FIRST_RESPONSE, ofMinutes(30), "WARN", BOTH));
    assertThat(last().kind()).isEqualTo(HistoryKind.SLA_WARNED);
    assertThat(last().what()).isEqualTo("first response is due at 2026-11-23T13:00:00Z");
    assertThat(last().why()).contains("test, row WARN at WARN: notify; told: assignee, lead");
  }

  @Test
  void whoComesTooEarlyTakesNoStep() {
    clock.pass(ofHours(1));

    take();

    assertThat(facts.ofType(SlaBreachNear.class)).isEmpty();
    assertThat(ticket.dueDates().ladderStepDueAt())
        .isEqualTo(MONDAY_9AM.plus(ofHours(4)).minus(ofMinutes(30)));
  }

  @Test
  void aPromiseKeptInTimeIsNeitherWarnedOfNorMissed() {
    clock.pass(ofHours(1));
    respond();
    clock.pass(ofHours(3));

    take();

    assertThat(facts.ofType(SlaBreachNear.class)).isEmpty();
    assertThat(facts.ofType(SlaBreached.class)).isEmpty();
    assertThat(ticket.priority()).isEqualTo(Priority.NORMAL);
  }

  @Test
  void aMissIsRecordedOnceAndRaisesThePriorityButNotThePromise() {
    clock.pass(ofHours(4));

    take();
    take();

    assertThat(facts.ofType(SlaBreached.class))
        .containsExactly(
            new SlaBreached(ticket.id(), SlaTarget.FIRST_RESPONSE, ZERO, "PT0S", BOTH));
    assertThat(facts.ofType(SlaBreachNear.class)).as("overtaken").isEmpty();
    assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
    assertThat(ticket.history())
        .extracting(HistoryEntry::kind)
        .containsSubsequence(List.of(HistoryKind.SLA_BREACHED, HistoryKind.PRIORITY_CHANGED));
    assertThat(ticket.resolutionDueAt()).contains(MONDAY_9AM.plus(ofHours(24)));
  }

  @Test
  void everyStepIsTakenOnceAlsoTheSecondAndTheThird() {
    respond();
    for (int minutes = 0; minutes <= 30 * 60; minutes += 10) {
      take();
      clock.pass(ofMinutes(10));
    }

    assertThat(facts.ofType(SlaBreachNear.class)).hasSize(1);
    assertThat(facts.ofType(SlaBreached.class))
        .containsExactly(
            new SlaBreached(ticket.id(), SlaTarget.RESOLUTION, ZERO, "PT0S", BOTH),
            new SlaBreached(
                ticket.id(), SlaTarget.RESOLUTION, ofHours(1), "PT1H", Set.of(Hearer.TEAM)),
            new SlaBreached(
                ticket.id(), SlaTarget.RESOLUTION, ofHours(4), "PT4H", Set.of(Hearer.LEAD)));
    assertThat(facts.ofType(LeadCalled.class))
        .containsExactly(
            new LeadCalled(
                ticket.id(),
                ticket.number(),
                "resolution still missing, it was due at 2026-11-24T09:00:00Z"));
    assertThat(ticket.dueDates().ladderStepDueAt()).isNull();
  }

  @Test
  void aDeskThatSleptTakesWhatItMissedInItsOrder() {
    respond();
    clock.pass(ofDays(3));

    take();

    assertThat(facts.ofType(SlaBreached.class))
        .extracting(SlaBreached::step)
        .containsExactly("PT0S", "PT1H", "PT4H");
    assertThat(facts.ofType(SlaBreachNear.class)).isEmpty();
  }

  @Test
  void noStepIsTakenWhileTheCustomerHasToActAndWhatIsLateGetsNoLaterMeanwhile() {
    respond();
    clock.pass(ofHours(24));
    take();
    ticket.waitForCustomer(clock.instant());
    clock.pass(ofDays(2));
    take();
    assertThat(facts.ofType(SlaBreached.class)).hasSize(1);

    ticket.resume("the customer answered", clock.instant());
    take();

    assertThat(facts.ofType(SlaBreached.class)).hasSize(1);
    assertThat(ticket.dueDates().ladderStepDueAt()).isEqualTo(clock.instant().plus(ofHours(1)));
  }

  @Test
  void aWarnedTicketThatGetsMoreTimeIsWarnedAgain() {
    respond();
    clock.pass(ofHours(24).minusMinutes(30));
    take();
    promised.put(SlaTarget.RESOLUTION, ofDays(2));
    sla.promiseResponse.promise(ticket.id());

    clock.pass(ofHours(24));
    take();

    assertThat(facts.ofType(SlaBreachNear.class)).hasSize(2);
    assertThat(facts.ofType(SlaBreached.class)).isEmpty();
  }

  @Test
  void aWarnedTicketThatGetsLessTimeIsNotWarnedAgain() {
    respond();
    clock.pass(ofHours(24).minusMinutes(30));
    take();
    promised.put(SlaTarget.RESOLUTION, ofHours(12));
    sla.promiseResponse.promise(ticket.id());

    take();

    assertThat(facts.ofType(SlaBreachNear.class)).hasSize(1);
    assertThat(facts.ofType(SlaBreached.class)).extracting(SlaBreached::step).contains("PT0S");
  }

  @Test
  void aResolvedTicketMissesNothing() {
    respond();
    ticket.resolve("done", MONDAY_9AM);
    clock.pass(ofDays(2));

    take();

    assertThat(facts.ofType(SlaBreached.class)).isEmpty();
  }

  @Test
  void whoPromisedNewsIsRemindedOfThem() {
    promised.put(SlaTarget.CUSTOMER_UPDATE, ofHours(6));
    sla.promiseResponse.promise(ticket.id());
    respond();

    clock.pass(ofHours(6));
    take();
    clock.pass(ofHours(1));
    take();

    assertThat(facts.ofType(CustomerUpdateDue.class))
        .containsExactly(
            new CustomerUpdateDue(ticket.id(), MONDAY_9AM, "PT0S", Set.of(Hearer.ASSIGNEE)),
            new CustomerUpdateDue(ticket.id(), MONDAY_9AM, "PT1H", Set.of(Hearer.LEAD)));
    assertThat(last().kind()).isEqualTo(HistoryKind.UPDATE_DUE);

    respond();
    clock.pass(ofHours(6));
    take();
    assertThat(facts.ofType(CustomerUpdateDue.class)).as("silent again").hasSize(3);
  }

  @Test
  void theDatesOfATicketAreThoseOfItsClocks() {
    assertThat(ticket.dueDates())
        .isEqualTo(
            new DueDates(
                MONDAY_9AM.plus(ofHours(4)),
                null,
                MONDAY_9AM.plus(ofHours(24)),
                null,
                MONDAY_9AM.plus(ofHours(4)).minus(ofMinutes(30))));

    respond();
    ticket.waitForCustomer(clock.instant());
    sla.keepDeadlines.keep(ticket.id());

    assertThat(ticket.dueDates())
        .as("a clock that stands has no date")
        .isEqualTo(new DueDates(MONDAY_9AM.plus(ofHours(4)), null, null, null, null));
  }

  @Test
  void theDatesOfASurvivorFollowTheOlderTicketItTookIn() throws CannotMergeException {
    clock.pass(ofHours(2));
    Ticket survivor = aTicket(5800, carla, "Smoke", "It smokes.", clock.instant());
    tickets.add(survivor);
    sla.promiseResponse.promise(survivor.id());
    assertThat(survivor.firstResponseDueAt()).contains(MONDAY_9AM.plus(ofHours(6)));

    new MergeTickets(tickets, customers, new InMemoryAgents(), facts, clock)
        .merge(ticket.id(), survivor.number(), ANA);

    assertThat(survivor.firstResponseDueAt()).contains(MONDAY_9AM.plus(ofHours(4)));
    assertThat(survivor.resolutionDueAt()).contains(MONDAY_9AM.plus(ofHours(24)));
  }

  @Test
  void timersAreToldWhenDatesMoveAndOnlyThen() {
    int before = facts.ofType(DeadlinesMoved.class).size();

    sla.keepDeadlines.keep(ticket.id());
    assertThat(facts.ofType(DeadlinesMoved.class)).hasSize(before);

    respond();
    sla.keepDeadlines.keep(ticket.id());
    assertThat(facts.ofType(DeadlinesMoved.class))
        .last()
        .satisfies(
            moved -> {
              assertThat(moved.nextDueAt()).contains(MONDAY_9AM.plus(ofHours(24)));
              assertThat(moved.nextStepAt())
                  .contains(MONDAY_9AM.plus(ofHours(24)).minus(ofMinutes(30)));
            });
  }

  @Test
  void aMomentOfALadderIsWarnOrADuration() {
    assertThatExceptionOfType(DateTimeParseException.class)
        .isThrownBy(() -> SlaDesk.step("soon", BOTH, StepAction.NOTIFY));
  }

  private void take() {
    sla.takeLadderSteps.take(ticket.id());
  }

  private void respond() {
    ticket.write(Purpose.REPLY, Author.of(ANA, "Ana"), Content.typed("Hi"), clock.instant());
  }

  private HistoryEntry last() {
    return ticket.history().get(ticket.history().size() - 1);
  }
}
