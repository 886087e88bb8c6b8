package org.tierline.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.TeamId.ENGINEERING;
import static org.tierline.agent.TeamId.TIER1;
import static org.tierline.agent.TeamId.TIER2;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.ticket.Category;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketTriaged;

class AlertTeamsTest {

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final RecordedFacts facts = new RecordedFacts();
  private final AlertTeams alertTeams =
      new AlertTeams(
          tickets,
          new InMemoryTeams(),
          (category, priority) -> category.code().equals("OUTAGE") ? Set.of(ENGINEERING) : Set.of(),
          facts,
          new TestClock());
  private final Ticket ticket = aTicket();

  {
    tickets.add(ticket);
  }

  @Test
  void engineeringKnowsAtOnceThatTheSystemIsDown() {
    triage("OUTAGE", TIER2);

    assertThat(facts.announced())
        .containsExactly(new TeamAlerted(ticket.id(), ENGINEERING, "outage, priority critical"));
    assertThat(ticket.history())
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo(HistoryKind.TEAM_ALERTED);
              assertThat(entry.what()).isEqualTo("alerted engineering");
            });
  }

  @Test
  void nobodyIsAlertedOfAQuestion() {
    triage("HOW_TO", TIER1);

    assertThat(facts.announced()).isEmpty();
  }

  @Test
  void aTeamThatWantsToKnowHearsOfWhatComesToItButOnlyOnce() {
    triage("OUTAGE", ENGINEERING);

    assertThat(facts.ofType(TeamAlerted.class)).hasSize(1);
  }

  @Test
  void aTeamThatWantsToKnowHearsOfWhatIsHandedToIt() {
    triage("BUG", TIER2);

    alertTeams.ticketEscalated(escalated(TIER2, ENGINEERING));
    alertTeams.ticketEscalated(escalated(TIER1, TIER2));

    assertThat(facts.announced())
        .containsExactly(new TeamAlerted(ticket.id(), ENGINEERING, "handed over by tier2"));
  }

  private TicketEscalated escalated(TeamId from, TeamId to) {
    return new TicketEscalated(ticket.id(), from, to, "r", Optional.empty());
  }

  private void triage(String category, TeamId team) {
    ticket.triage(new Category(category), Priority.CRITICAL, team, "test", MONDAY_9AM);
    alertTeams.ticketTriaged(new TicketTriaged(ticket.id()));
  }
}
