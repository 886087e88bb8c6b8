package org.tierline.sla.ladder;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.sla.SlaFixture;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;
import org.tierline.ticket.TicketId;

/** What the record of taken steps must do, in memory and in databases. */
abstract class TakenStepsContract {

  protected abstract <T> T inTransaction(Function<TakenSteps, T> work);

  /** A ticket whose steps may be taken. */
  protected abstract TicketId anyTicket();

  @Test
  void aTakenStepIsFoundAgainWithWhatStartedItsClock() {
    TicketId ticket = anyTicket();
    DueStep due = aDueStep();
    add(ticket, due, MONDAY_9AM.plus(ofHours(4)));

    List<TakenStep> taken = inTransaction(steps -> steps.of(ticket));

    assertThat(taken)
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.target()).isEqualTo(due.clock().target());
              assertThat(step.since()).isEqualTo(MONDAY_9AM);
              assertThat(step.step()).isEqualTo("WARN");
              assertThat(step.covers(MONDAY_9AM.plus(ofHours(4)))).isTrue();
              assertThat(step.covers(MONDAY_9AM.plus(ofHours(5)))).isFalse();
            });
  }

  @Test
  void ofTwoWhoTakeTheSameStepOneFails() {
    TicketId ticket = anyTicket();
    add(ticket, aDueStep(), MONDAY_9AM.plus(ofHours(4)));

    assertThatThrownBy(() -> add(ticket, aDueStep(), MONDAY_9AM.plus(ofHours(5))))
        .hasStackTraceContaining("onstraint");
  }

  @Test
  void manyTicketsAreLookedUpAtOnce() {
    TicketId ticket = anyTicket();
    TicketId other = anyTicket();
    add(ticket, aDueStep(), MONDAY_9AM.plus(ofHours(4)));

    assertThat(of(Set.of(ticket, other))).containsOnlyKeys(ticket);
    assertThat(of(Set.of())).isEmpty();
  }

  private Map<TicketId, List<TakenStep>> of(Set<TicketId> tickets) {
    return inTransaction(steps -> steps.of(tickets));
  }

  private void add(TicketId ticket, DueStep due, Instant at) {
    inTransaction(
        steps -> {
          steps.add(new TakenStep(ticket, due, at));
          return due;
        });
  }

  private static DueStep aDueStep() {
    var tickets = new InMemoryTickets();
    var customers = new InMemoryCustomers();
    var carla = TicketFixture.carla();
    customers.add(carla);
    Ticket ticket = aTicket(4711, carla, "Smoke", "It smokes.", MONDAY_9AM);
    tickets.add(ticket);
    var sla =
        new SlaDesk(
            tickets,
            customers,
            request -> SlaFixture.policy("p", ofHours(4), ofHours(24)),
            SlaDesk::aLadder,
            new RecordedFacts(),
            new TestClock());
    sla.promiseResponse.promise(ticket.id());
    return sla.readDeadlines.of(ticket).orElseThrow().steps().get(0);
  }
}
