package org.tierline.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.ticket.TicketFixture.aTicketFrom;
import static org.tierline.ticket.TicketFixture.carla;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Ticket;

class AnswerSurveyTest {

  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemorySurveys surveys = new InMemorySurveys();
  private final RecordedFacts facts = new RecordedFacts();
  private final AnswerSurvey answerSurvey =
      new AnswerSurvey(surveys, tickets, customers, facts, clock);

  private final Customer carla = carla();
  private final Ticket ticket = aTicketFrom(carla);
  private String token;

  @BeforeEach
  void invited() {
    customers.add(carla);
    tickets.add(ticket);
    new InviteToSurvey(surveys, tickets, facts, clock).invite(ticket.id());
    token = facts.ofType(SurveyInvited.class).get(0).token();
  }

  @Test
  void tellsTheDeskAndTheHistory() throws Exception {
    answerSurvey.answer(token, 2, " Took a week. ", false);

    assertThat(answers())
        .containsExactly(new SurveyAnswered(ticket.id(), ticket.number(), 2, false));
    HistoryEntry entry = ticket.history().get(ticket.history().size() - 1);
    assertThat(entry.what()).isEqualTo("rated 2 of 5, not solved");
    assertThat(entry.why()).contains("Took a week.");
    assertThat(entry.actor().name()).isEqualTo("Carla Customer");
  }

  @Test
  void sayingTheSameAgainTellsNobody() throws Exception {
    answerSurvey.answer(token, 4, "", true);
    clock.pass(Duration.ofSeconds(1));
    answerSurvey.answer(token, 4, "", true);

    assertThat(answers()).hasSize(1);
  }

  @Test
  void changedAnswerWithinAWeekCounts() throws Exception {
    answerSurvey.answer(token, 5, "", true);
    clock.pass(Duration.ofDays(6));
    answerSurvey.answer(token, 1, "", false);

    assertThat(answers()).extracting(SurveyAnswered::stars).containsExactly(5, 1);
  }

  @Test
  void answerIsFinalAfterAWeek() throws Exception {
    answerSurvey.answer(token, 5, "", true);
    clock.pass(Duration.ofDays(7));

    assertThatExceptionOfType(SurveyOverException.class)
        .isThrownBy(() -> answerSurvey.answer(token, 1, "", true));
    assertThat(answers()).hasSize(1);
  }

  @Test
  void unknownAndExpiredLinksLookTheSame() {
    assertThatExceptionOfType(UnknownSurveyException.class)
        .isThrownBy(() -> answerSurvey.answer(SurveyToken.random().value(), 5, "", true));
    assertThatExceptionOfType(UnknownSurveyException.class)
        .isThrownBy(() -> answerSurvey.answer("nonsense", 5, "", true));
    clock.pass(Duration.ofDays(90));
    assertThatExceptionOfType(UnknownSurveyException.class)
        .isThrownBy(() -> answerSurvey.answer(token, 5, "", true));

    assertThat(answers()).isEmpty();
  }

  private List<SurveyAnswered> answers() {
    return facts.ofType(SurveyAnswered.class);
  }
}
