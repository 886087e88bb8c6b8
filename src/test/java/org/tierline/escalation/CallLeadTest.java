package org.tierline.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.ticket.TicketFixture.aTicket;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentFixture;
import org.tierline.platform.RecordedLog;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.sla.Hearer;
import org.tierline.sla.InMemoryPromises;
import org.tierline.sla.ReadClocks;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.LeadCalled;
import org.tierline.ticket.LeadCalls;
import org.tierline.ticket.Ticket;

class CallLeadTest {

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final RecordedFacts facts = new RecordedFacts();
  private final TestClock clock = new TestClock();
  private final CallLead callLead =
      new CallLead(
          tickets,
          new ReadClocks(new InMemoryPromises(), SlaFixture.CALENDARS, clock),
          new LeadCalls(facts, clock));
  private final Ticket ticket = aTicket();

  @Test
  void aPromiseAtRiskOfATicketWithoutOwnerIsALeadsMatterAndOnRecord() {
    tickets.add(ticket);

    try (var log = RecordedLog.of(LeadCalls.class)) {
      callLead.breachNear(breachNear());
      callLead.breachNear(breachNear());

      assertThat(facts.ofType(LeadCalled.class)).hasSize(1);
      assertThat(log.lines())
          .containsExactly("#5734 waits for a lead: nobody of tier1 was free until now");
    }
  }

  @Test
  void whoHasItIsNotPassedOver() {
    tickets.add(ticket);
    ticket.assignTo(AgentFixture.ANA, "least load", clock.instant());

    callLead.breachNear(breachNear());

    assertThat(facts.ofType(LeadCalled.class)).isEmpty();
  }

  private SlaBreachNear breachNear() {
    return new SlaBreachNear(
        ticket.id(), SlaTarget.FIRST_RESPONSE, Duration.ofMinutes(30), "WARN", Set.of(Hearer.LEAD));
  }
}
