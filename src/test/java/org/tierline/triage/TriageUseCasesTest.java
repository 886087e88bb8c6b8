package org.tierline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.carla;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.ticket.Category;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.Demand;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketTriaged;

class TriageUseCasesTest {

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final RecordedFacts facts = new RecordedFacts();
  private final List<String> heard = new ArrayList<>();
  private final DetectSignals detectSignals =
      new DetectSignals(
          tickets,
          text -> {
            heard.add(text);
            return new Signals("DetectSignals v3", List.of());
          });
  private final RecordTriage recordTriage = new RecordTriage(tickets, facts, new TestClock());

  @Test
  void signalsAreHeardInSubjectAndVisibleText() {
    Ticket ticket = ticket("It burns.\n> old outage", "It burns.");

    detectSignals.detect(ticket.id());

    assertThat(heard).containsExactly("Printer on fire\n\nIt burns.");
  }

  @Test
  void aMailThatIsNothingButAQuoteIsHeardAsAWhole() {
    Ticket ticket = ticket("> the forwarded outage", " ");

    detectSignals.detect(ticket.id());

    assertThat(heard).containsExactly("Printer on fire\n\n> the forwarded outage");
  }

  @Test
  void theReasonsGoIntoTheHistory() {
    Ticket ticket = ticket("x", "x");

    recordTriage.record(
        ticket.id(),
        new Category("OUTAGE"),
        Priority.CRITICAL,
        TeamId.TIER1,
        Demand.PREFER,
        "because");

    HistoryEntry last = ticket.history().get(ticket.history().size() - 1);
    assertThat(last.what()).isEqualTo("category OUTAGE, priority CRITICAL, team tier1");
    assertThat(last.why()).contains("because");
    assertThat(ticket.ownership().seniority()).isEqualTo(Demand.PREFER);
    assertThat(ticket.triagedAt()).contains(MONDAY_9AM);
    assertThat(facts.announced()).containsExactly(new TicketTriaged(ticket.id()));
  }

  @Test
  void manyReasonsAreCutToWhatTheHistoryHolds() {
    Ticket ticket = ticket("x", "x");

    recordTriage.record(
        ticket.id(), Category.GENERAL, Priority.LOW, TeamId.TIER1, Demand.ANY, "x".repeat(5_000));

    HistoryEntry last = ticket.history().get(ticket.history().size() - 1);
    assertThat(last.why().orElseThrow()).hasSize(2_000);
  }

  @Test
  void aSignalCountsOnceWithItsFirstEvidence() {
    var signals =
        new Signals(
            "DetectSignals v3",
            List.of(
                new Signal("OUTAGE", "system down", "DetectSignals_Outage1"),
                new Signal("BUG", "bug", "DetectSignals_Bug1"),
                new Signal("OUTAGE", "outage", "DetectSignals_Outage3")));

    assertThat(signals.codes()).isEqualTo("OUTAGE BUG");
    assertThat(signals.has("BUG")).isTrue();
    assertThat(signals.has("BILLING")).isFalse();
    assertThat(signals.why())
        .isEqualTo(
            "OUTAGE because of \"system down\" (DetectSignals v3, row DetectSignals_Outage1);"
                + " BUG because of \"bug\" (DetectSignals v3, row DetectSignals_Bug1)");
  }

  @Test
  void aSignalIsACode() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Signal("system down", "p", "r"));
  }

  private Ticket ticket(String text, String visible) {
    Ticket ticket =
        Ticket.open(
            tickets.nextNumber(),
            "Printer on fire",
            carla(),
            Channel.EMAIL,
            new Content(text, visible, Optional.empty(), Optional.empty(), List.of()),
            MONDAY_9AM);
    tickets.add(ticket);
    return ticket;
  }
}
