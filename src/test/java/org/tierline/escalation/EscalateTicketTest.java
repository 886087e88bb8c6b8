package org.tierline.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.agent.TeamId.ENGINEERING;
import static org.tierline.agent.TeamId.LEAD;
import static org.tierline.agent.TeamId.TIER1;
import static org.tierline.agent.TeamId.TIER2;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
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
import org.tierline.ticket.TicketLeftAgent;

class EscalateTicketTest {

  private static final TeamId ACCOUNTING = new TeamId("accounting");

  private static final Optional<Team.Expectation> ONE_OR_TWO_DAYS =
      Optional.of(new Team.Expectation(24, 48));

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final RecordedFacts facts = new RecordedFacts();
  private final EscalateTicket escalateTicket =
      new EscalateTicket(
          tickets,
          (from, category) -> category.code().equals("BILLING") ? ACCOUNTING : TIER2,
          new InMemoryTeams(),
          facts,
          new TestClock());

  private final Ticket ticket = aTicket();

  @BeforeEach
  void ticketOfAna() {
    tickets.add(ticket);
    ticket.triage(new Category("BILLING"), Priority.NORMAL, TIER1, "test", MONDAY_9AM);
    ticket.assignTo(ANA, "test", MONDAY_9AM);
  }

  @Test
  void handsTheTicketToTheChosenTeamWithTheAgentsReason() {
    ticket.write(
        Purpose.ESCALATION, Author.of(ANA, "Ana"), Content.typed("Needs a look."), MONDAY_9AM);

    escalateTicket.escalate(ticket.id(), TIER2);

    assertThat(ticket.team()).isEqualTo(TIER2);
    assertThat(ticket.assignee()).isEmpty();
    assertThat(facts.announced())
        .containsExactly(
            new TicketEscalated(ticket.id(), TIER1, TIER2, "Needs a look.", ONE_OR_TWO_DAYS),
            new TicketLeftAgent(ticket.id(), TIER1));
    HistoryEntry last = ticket.history().get(ticket.history().size() - 1);
    assertThat(last.kind()).isEqualTo(HistoryKind.ESCALATED);
    assertThat(last.actor()).isEqualTo(Author.of(ANA, "Ana"));
    assertThat(last.why()).contains("Needs a look.");
  }

  @Test
  void followsTheTableWhenNoTeamWasChosen() {
    assertThat(escalateTicket.escalate(ticket.id())).isEqualTo(ACCOUNTING);

    assertThat(ticket.team()).isEqualTo(ACCOUNTING);
    assertThat(facts.ofType(TicketEscalated.class))
        .containsExactly(
            new TicketEscalated(
                ticket.id(), TIER1, ACCOUNTING, "no reason given", ONE_OR_TWO_DAYS));
  }

  @Test
  void aTicketWithoutOwnerLeavesNobody() {
    ticket.queue("test", MONDAY_9AM);

    escalateTicket.escalate(ticket.id(), TIER2);

    assertThat(facts.ofType(TicketLeftAgent.class)).isEmpty();
  }

  @Test
  void theWayBackLeadsToALeadWhoDecides() {
    escalateTicket.escalate(ticket.id(), TIER2);
    ticket.assignTo(BEN, "test", MONDAY_9AM);

    assertThat(escalateTicket.escalate(ticket.id(), TIER1)).isEqualTo(LEAD);

    assertThat(ticket.team()).isEqualTo(LEAD);
    assertThat(ticket.history())
        .last()
        .satisfies(
            entry ->
                assertThat(entry.why().orElseThrow())
                    .startsWith("Meant for tier1, but it has been with tier1 before"));
    assertThat(facts.ofType(TicketEscalated.class))
        .last()
        .extracting(TicketEscalated::expectation)
        .isEqualTo(Optional.empty());
    assertThat(escalateTicket.escalate(ticket.id(), TIER1)).isEqualTo(TIER1);
  }

  @Test
  void whatALeadDecidedIsNoCircleAndNoFurtherChange() {
    escalateTicket.escalate(ticket.id(), TIER2);
    escalateTicket.escalate(ticket.id(), ACCOUNTING);
    ticket.sentByLead(TIER1);

    assertThat(escalateTicket.escalate(ticket.id(), TIER1)).isEqualTo(TIER1);

    assertThat(ticket.ownership().teamChanges()).isEqualTo(2);
    assertThat(escalateTicket.escalate(ticket.id(), TIER2)).isEqualTo(LEAD);
  }

  @Test
  void aLeadsWordCountsForTheTeamTheyNamed() {
    escalateTicket.escalate(ticket.id(), TIER2);
    ticket.sentByLead(ACCOUNTING);

    assertThat(escalateTicket.escalate(ticket.id(), TIER1)).isEqualTo(LEAD);
  }

  @Test
  void theThirdChangeOfTeamLeadsToALead() {
    escalateTicket.escalate(ticket.id(), TIER2);
    escalateTicket.escalate(ticket.id(), ACCOUNTING);

    assertThat(escalateTicket.escalate(ticket.id(), ENGINEERING)).isEqualTo(LEAD);
    assertThat(ticket.ownership().formerTeams())
        .containsExactlyInAnyOrder(TIER1, TIER2, ACCOUNTING);
  }

  @Test
  void aLongReasonFitsIntoTheHistory() {
    ticket.write(
        Purpose.ESCALATION, Author.of(ANA, "Ana"), Content.typed("x".repeat(9_999)), MONDAY_9AM);

    escalateTicket.escalate(ticket.id(), TIER2);

    HistoryEntry last = ticket.history().get(ticket.history().size() - 1);
    assertThat(last.why().orElseThrow()).hasSize(2_000).endsWith("…");
  }
}
