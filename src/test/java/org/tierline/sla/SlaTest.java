package org.tierline.sla;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicketFrom;
import static org.tierline.ticket.TicketFixture.carla;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.Plan;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.ticket.Author;
import org.tierline.ticket.Category;
import org.tierline.ticket.Content;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;

class SlaTest {

  /** Response in 4 h, resolution in 24 h; premium customers in half the time. */
  private static SlaPolicy policyFor(Plan plan, Priority priority) {
    int share = plan == Plan.PREMIUM ? 2 : 1;
    return new SlaPolicy(
        plan + "/" + priority, ofHours(4 / share), ofHours(24 / share), ofMinutes(30));
  }

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final RecordedFacts facts = new RecordedFacts();
  private final TestClock clock = new TestClock();
  private final SlaPolicies policies = SlaTest::policyFor;
  private final CurrentDeadlines currentDeadlines =
      new CurrentDeadlines(tickets, customers, policies);
  private final PromiseResponse promiseResponse =
      new PromiseResponse(tickets, customers, policies, clock);
  private final WarnOfBreach warnOfBreach =
      new WarnOfBreach(tickets, currentDeadlines, facts, clock);
  private final RecordBreach recordBreach =
      new RecordBreach(tickets, currentDeadlines, facts, clock);

  private final Customer carla = carla();
  private final Ticket ticket = aTicketFrom(carla);

  @BeforeEach
  void aTriagedTicket() {
    customers.add(carla);
    tickets.add(ticket);
    ticket.triage(Category.GENERAL, Priority.NORMAL, TeamId.TIER1, "test", MONDAY_9AM);
  }

  @Test
  void promisesFromTheFirstMessageOn() {
    clock.pass(ofMinutes(5));

    Deadlines deadlines = promiseResponse.promise(ticket.id());

    assertThat(ticket.firstResponseDueAt()).contains(MONDAY_9AM.plus(ofHours(4)));
    assertThat(ticket.resolutionDueAt()).contains(MONDAY_9AM.plus(ofHours(24)));
    assertThat(deadlines)
        .isEqualTo(
            new Deadlines(
                MONDAY_9AM.plus(ofHours(4)).minus(ofMinutes(30)), MONDAY_9AM.plus(ofHours(4))));
    assertThat(last().why()).contains("STANDARD/NORMAL");
  }

  @Test
  void promisesByTheCustomersPlan() {
    carla.subscribe(Plan.PREMIUM, "Customer Inc.");

    promiseResponse.promise(ticket.id());

    assertThat(ticket.firstResponseDueAt()).contains(MONDAY_9AM.plus(ofHours(2)));
  }

  @Test
  void aTicketThatComesBackIsPromisedAnewFromNow() {
    promiseResponse.promise(ticket.id());
    clock.pass(ofDays(3));

    promiseResponse.promise(ticket.id());

    assertThat(ticket.resolutionDueAt()).contains(MONDAY_9AM.plus(ofDays(3)).plus(ofHours(24)));
  }

  @Test
  void withoutAPromiseThereIsNoDeadline() {
    assertThatIllegalStateException()
        .isThrownBy(() -> currentDeadlines.of(ticket.id()))
        .withMessage("#5734 has no promise yet");
  }

  @Test
  void aShortTargetIsWarnedOfAtHalfTime() {
    var policy = new SlaPolicy("p", ofMinutes(15), ofHours(2), ofMinutes(30));

    assertThat(policy.warnBefore(SlaTarget.FIRST_RESPONSE)).isEqualTo(ofMinutes(7).plusSeconds(30));
    assertThat(policy.warnBefore(SlaTarget.RESOLUTION)).isEqualTo(ofMinutes(30));
  }

  @Test
  void aPolicyPromisesSomething() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlaPolicy("p", Duration.ZERO, ofHours(2), ofMinutes(30)));
  }

  @Nested
  class OnceAFirstResponseIsPromised {

    @BeforeEach
    void promised() {
      promiseResponse.promise(ticket.id());
    }

    @Test
    void theFirstResponseIsTheNextDeadlineUntilItIsGiven() {
      assertThat(currentDeadlines.of(ticket.id()).breachAt())
          .isEqualTo(MONDAY_9AM.plus(ofHours(4)));

      respond();

      assertThat(currentDeadlines.of(ticket.id()))
          .isEqualTo(
              new Deadlines(
                  MONDAY_9AM.plus(ofHours(24)).minus(ofMinutes(30)), MONDAY_9AM.plus(ofHours(24))));
    }

    @Test
    void halfAnHourBeforeItsEndTheDeskIsWarnedOnce() {
      clock.pass(ofHours(4).minusMinutes(30));

      warnOfBreach.warn(ticket.id());
      warnOfBreach.warn(ticket.id());

      assertThat(facts.announced()).containsExactly(new SlaBreachNear(ticket.id(), ofMinutes(30)));
      assertThat(last().kind()).isEqualTo(HistoryKind.SLA_WARNED);
      assertThat(last().what()).isEqualTo("first response is due at 2026-11-23T13:00:00Z");
    }

    @Test
    void aTimerThatComesTooEarlyWarnsOfNothing() {
      clock.pass(ofHours(1));

      warnOfBreach.warn(ticket.id());

      assertThat(facts.announced()).isEmpty();
    }

    @Test
    void aPromiseKeptInTimeIsNeitherWarnedOfNorMissed() {
      clock.pass(ofHours(1));
      respond();
      clock.pass(ofHours(3));

      warnOfBreach.warn(ticket.id());
      recordBreach.record(ticket.id());

      assertThat(facts.announced()).isEmpty();
      assertThat(ticket.priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void aMissedPromiseIsRecordedOnceAndRaisesThePriority() {
      clock.pass(ofHours(4));

      recordBreach.record(ticket.id());
      recordBreach.record(ticket.id());

      assertThat(facts.announced()).containsExactly(new SlaBreached(ticket.id()));
      assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
      assertThat(ticket.history())
          .extracting(HistoryEntry::kind)
          .containsSubsequence(List.of(HistoryKind.SLA_BREACHED, HistoryKind.PRIORITY_CHANGED));
      assertThat(currentDeadlines.of(ticket.id()).breachAt())
          .as("the resolution is next")
          .isEqualTo(MONDAY_9AM.plus(ofHours(24)));
    }

    @Test
    void theClockStandsWhileTheCustomerHasToAct() {
      respond();
      ticket.waitForCustomer(MONDAY_9AM);
      clock.pass(ofDays(2));

      warnOfBreach.warn(ticket.id());
      recordBreach.record(ticket.id());
      ticket.resume("the customer answered", clock.instant());

      assertThat(facts.announced()).isEmpty();
      assertThat(currentDeadlines.of(ticket.id()).breachAt()).isEqualTo(MONDAY_9AM.plus(ofDays(3)));
    }

    @Test
    void aResolvedTicketMissesNothing() {
      ticket.resolve("done", MONDAY_9AM);
      clock.pass(ofDays(2));

      recordBreach.record(ticket.id());

      assertThat(facts.announced()).isEmpty();
    }

    @Test
    void aNewPromiseCanBeMissedAgain() {
      clock.pass(ofHours(4));
      recordBreach.record(ticket.id());
      promiseResponse.promise(ticket.id());
      clock.pass(ofHours(4));

      recordBreach.record(ticket.id());

      assertThat(facts.ofType(SlaBreached.class)).hasSize(2);
    }
  }

  private void respond() {
    ticket.write(Purpose.REPLY, Author.of(ANA, "Ana"), Content.typed("Hi"), clock.instant());
  }

  private HistoryEntry last() {
    return ticket.history().get(ticket.history().size() - 1);
  }
}
