package org.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;
import static org.tierline.ticket.TicketFixture.aTicketFrom;
import static org.tierline.ticket.TicketFixture.carla;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;

class TicketTest {

  private static final Instant MONDAY_10AM = MONDAY_9AM.plus(Duration.ofHours(1));
  private static final Instant MONDAY_1PM = MONDAY_9AM.plus(Duration.ofHours(4));
  private static final Instant TUESDAY_9AM = MONDAY_9AM.plus(Duration.ofDays(1));
  private static final Author ANA_HERSELF = Author.of(ANA, "Ana");

  @Test
  void startsWithTheCustomersMessageAndAnEntryInItsHistory() {
    Customer carla = carla();

    Ticket ticket = aTicketFrom(carla);

    assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
    assertThat(ticket.messages()).extracting(Message::text).containsExactly("It burns.");
    assertThat(ticket.conversation().participants()).containsExactly(carla.id());
    assertThat(ticket.history()).extracting(HistoryEntry::kind).containsExactly(HistoryKind.OPENED);
  }

  @Test
  void opensOnceSomebodyOwnsIt() {
    Ticket ticket = aTicket();

    ticket.assignTo(ANA, "least load", MONDAY_10AM);

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(ticket.assignee()).contains(ANA);
  }

  @Test
  void assigningTheOwnerAgainIsNoNews() {
    Ticket ticket = aTicket();
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    int entries = ticket.history().size();

    ticket.assignTo(ANA, "least load", MONDAY_10AM);

    assertThat(ticket.history()).hasSize(entries);
  }

  @Test
  void escalatingHandsItFromItsOwnerToTheQueueOfTheNextTeam() {
    Ticket ticket = aTicket();
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    ticket.escalate(TeamId.TIER2, ANA_HERSELF, "needs a database expert", MONDAY_10AM);

    assertThat(ticket.team()).isEqualTo(TeamId.TIER2);
    assertThat(ticket.assignee()).isEmpty();
    assertThat(last(ticket).why()).contains("needs a database expert");
  }

  @Test
  void theFirstWordToTheCustomerIsTheFirstResponseButANoteIsNot() {
    Ticket ticket = aTicket();

    ticket.write(Purpose.NOTE, ANA_HERSELF, Content.typed("odd"), MONDAY_9AM);
    assertThat(ticket.firstRespondedAt()).isEmpty();

    ticket.write(Purpose.QUESTION, ANA_HERSELF, Content.typed("Which?"), MONDAY_10AM);
    ticket.write(Purpose.REPLY, ANA_HERSELF, Content.typed("Thanks"), MONDAY_1PM);
    assertThat(ticket.firstRespondedAt()).contains(MONDAY_10AM);
  }

  @Test
  void agentsDoNotWriteAsCustomers() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                aTicket()
                    .write(Purpose.REQUEST, ANA_HERSELF, Content.typed("I am Carla"), MONDAY_9AM));
  }

  @Test
  void whoSpokeLastIsKnown() {
    Ticket ticket = aTicket();
    assertThat(ticket.exchange().unansweredSince()).contains(MONDAY_9AM);

    ticket.write(Purpose.REPLY, ANA_HERSELF, Content.typed("Which?"), MONDAY_10AM);
    assertThat(ticket.exchange().lastWordAt()).contains(MONDAY_10AM);
    assertThat(ticket.exchange().unansweredSince()).isEmpty();

    ticket.receive(Author.of(carla()), Channel.EMAIL, Content.typed("This one"), MONDAY_1PM);
    ticket.receive(Author.of(carla()), Channel.EMAIL, Content.typed("Hello?"), TUESDAY_9AM);
    assertThat(ticket.exchange().unansweredSince()).contains(MONDAY_1PM);
    assertThat(ticket.exchange().firstRespondedAt()).contains(MONDAY_10AM);
  }

  @Test
  void theDatesOfAPromiseAreShownUntilTheClocksSayOtherwise() {
    Ticket ticket = aTicket();
    assertThat(ticket.dueDates()).isEqualTo(DueDates.NONE);

    ticket.promise(MONDAY_10AM, MONDAY_1PM, "standard", MONDAY_9AM);
    assertThat(ticket.resolutionDueAt()).contains(MONDAY_1PM);

    ticket.isDue(new DueDates(MONDAY_10AM, null, TUESDAY_9AM, null, null));
    assertThat(ticket.resolutionDueAt()).contains(TUESDAY_9AM);
  }

  @Nested
  class OnceClosed {

    private final Ticket ticket = aTicket();

    OnceClosed() {
      ticket.assignTo(BEN, "least load", MONDAY_9AM);
      ticket.resolve("done", MONDAY_10AM);
      ticket.close("nobody objected", MONDAY_1PM);
    }

    @Test
    void itCanNotBeWorkedOn() {
      assertThatExceptionOfType(IllegalTicketStateException.class)
          .isThrownBy(() -> ticket.assignTo(ANA, "least load", TUESDAY_9AM))
          .withMessage("Cannot assign ticket #5734: it is CLOSED");
    }

    @Test
    void colleaguesMayLeaveANoteButTheCustomerHearsNothingMore() {
      ticket.write(Purpose.NOTE, ANA_HERSELF, Content.typed("I called."), TUESDAY_9AM);

      assertThat(ticket.messages()).last().extracting(Message::purpose).isEqualTo(Purpose.NOTE);
      assertThatExceptionOfType(IllegalTicketStateException.class)
          .isThrownBy(
              () -> ticket.write(Purpose.REPLY, ANA_HERSELF, Content.typed("Hi"), TUESDAY_9AM));
    }

    @Test
    void itMayReopenAndKeepsItsOwner() {
      ticket.reopen("still broken", TUESDAY_9AM);

      assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
      assertThat(ticket.assignee()).contains(BEN);
      assertThat(ticket.closedAt()).isEmpty();
    }

    @Test
    void itsStatusLinkExpires() {
      assertThat(ticket.isStatusLinkValid(TUESDAY_9AM)).isTrue();
      assertThat(ticket.isStatusLinkValid(MONDAY_1PM.plus(Duration.ofDays(90)))).isFalse();
    }
  }

  @Test
  void whatIsNotResolvedCanNotReopen() {
    assertThatExceptionOfType(IllegalTicketStateException.class)
        .isThrownBy(() -> aTicket().reopen("why?", MONDAY_9AM));
  }

  @Test
  void everyChangeIsInTheHistoryWithoutGaps() {
    Ticket ticket = aTicket();
    ticket.triage(Category.GENERAL, Priority.HIGH, TeamId.TIER1, "rule 1", MONDAY_9AM);
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    ticket.changePriority(Priority.CRITICAL, "breached", MONDAY_10AM);
    ticket.confirmBug(MONDAY_10AM);
    ticket.recordBugOutcome(Author.of(BEN, "Ben"), "FIXED", MONDAY_1PM);
    ticket.resolve("fixed", MONDAY_1PM);

    assertThat(ticket.history())
        .extracting(HistoryEntry::sequence)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 7).boxed().toList());
    assertThat(ticket.history())
        .extracting(HistoryEntry::what)
        .contains("priority HIGH to CRITICAL", "engineering: FIXED");
  }

  private static HistoryEntry last(Ticket ticket) {
    return ticket.history().get(ticket.history().size() - 1);
  }
}
