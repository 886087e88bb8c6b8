package org.tierline.bugtracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.ticket.TicketFixture.aTicket;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.IllegalTicketStateException;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketLeftAgent;
import org.tierline.ticket.TicketStatus;

class BugtrackingTest {

  private static final AgentId EVA = new AgentId("eva");

  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final RecordedFacts facts = new RecordedFacts();
  private final ConfirmBug confirmBug = new ConfirmBug(tickets, facts, clock);
  private final RecordBugOutcome recordBugOutcome =
      new RecordBugOutcome(tickets, agents, facts, clock);

  private final Ticket ticket = aTicket();

  @BeforeEach
  void desk() {
    tickets.add(ticket);
    agents.add(agent(EVA, TeamId.ENGINEERING));
  }

  @Test
  void confirmedBugGoesToEngineeringAndFreesTheAgent() {
    confirmBug.confirm(ticket.id());

    assertThat(ticket.status()).isEqualTo(TicketStatus.WITH_ENGINEERING);
    assertThat(facts.announced())
        .containsExactly(
            new TicketLeftAgent(ticket.id(), ticket.team()),
            new BugConfirmed(ticket.id(), ticket.number()));
  }

  @ParameterizedTest
  @CsvSource({
    "FIXED, engineering: fixed",
    "WORKAROUND, engineering: a workaround exists",
    "REJECTED, engineering: not a defect we will repair"
  })
  void outcomeBringsTheTicketBackToSupport(String outcome, String history) {
    confirmBug.confirm(ticket.id());

    recordBugOutcome.record(ticket.id(), EVA, outcome);

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(facts.ofType(BugOutcomeRecorded.class))
        .containsExactly(new BugOutcomeRecorded(ticket.id(), BugOutcome.valueOf(outcome)));
    HistoryEntry entry = ticket.history().get(ticket.history().size() - 1);
    assertThat(entry.what()).isEqualTo(history);
    assertThat(entry.actor().name()).isEqualTo("Eva");
  }

  @Test
  void outcomeNobodyKnowsIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> recordBugOutcome.record(ticket.id(), EVA, "PERHAPS"));
  }

  @Test
  void closedTicketHasNoBugToConfirm() {
    ticket.close("done", clock.instant());

    assertThatExceptionOfType(IllegalTicketStateException.class)
        .isThrownBy(() -> confirmBug.confirm(ticket.id()));
    assertThat(facts.announced()).isEmpty();
  }
}
