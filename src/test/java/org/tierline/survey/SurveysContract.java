package org.tierline.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.customer.Customer;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;

/** What every store of surveys must do; run against memory, H2 and PostgreSQL. */
abstract class SurveysContract {

  /** Runs work as one transaction would; nothing loaded in one is known to the next. */
  protected abstract <T> T inTransaction(Function<Surveys, T> work);

  /** Stores the ticket and its customer, on whom a survey relies. */
  protected abstract void store(Customer customer, Ticket ticket);

  @Test
  void surveyComesBackAsItWasStored() {
    Survey invited = invite();

    Survey found = inTransaction(surveys -> surveys.find(invited.token()).orElseThrow());

    assertThat(found.ticket()).isEqualTo(invited.ticket());
    assertThat(found.invitedAt()).isEqualTo(MONDAY_9AM);
    assertThat(found.expiresAt()).isEqualTo(MONDAY_9AM.plus(Duration.ofDays(90)));
    assertThat(found.rating()).isEmpty();
  }

  @Test
  void everyRatingIsKeptInOrder() {
    SurveyToken token = invite().token();
    Rating happy = new Rating(5, "", true, MONDAY_9AM);
    Rating angry = new Rating(1, "It broke again 😠", false, MONDAY_9AM.plusSeconds(60));

    inTransaction(surveys -> surveys.findToAnswer(token).orElseThrow().rate(happy));
    inTransaction(surveys -> surveys.findToAnswer(token).orElseThrow().rate(angry));

    Survey found = inTransaction(surveys -> surveys.find(token).orElseThrow());
    assertThat(found.ratings()).containsExactly(happy, angry);
    assertThat(found.rating()).contains(angry);
  }

  @Test
  void theLatestSurveyAboutATicketIsFound() {
    Survey first = invite();
    Survey second = Survey.invite(first.ticket(), MONDAY_9AM.plus(Duration.ofDays(3)));
    Survey between = Survey.invite(first.ticket(), MONDAY_9AM.plus(Duration.ofDays(1)));
    add(second);
    add(between);
    invite();

    assertThat(latestAbout(first.ticket())).contains(second.token());
    assertThat(latestAbout(TicketId.random())).isEmpty();
  }

  private Optional<SurveyToken> latestAbout(TicketId ticket) {
    return inTransaction(surveys -> surveys.findLatestAbout(ticket).map(Survey::token));
  }

  @Test
  void wrongTokenFindsNothing() {
    invite();

    boolean found =
        inTransaction(
            surveys ->
                surveys.find(SurveyToken.random()).isPresent()
                    || surveys.findToAnswer(SurveyToken.random()).isPresent());

    assertThat(found).isFalse();
  }

  protected Survey invite() {
    Instant now = MONDAY_9AM;
    Customer customer =
        Customer.writingFrom(new EmailAddress(UUID.randomUUID() + "@customer.example"), null, now);
    long number = ThreadLocalRandom.current().nextLong(1_000_000_000, Long.MAX_VALUE);
    Ticket ticket = aTicket(number, customer, "Printer on fire", "It burns.", now);
    store(customer, ticket);
    return add(Survey.invite(ticket.id(), now));
  }

  private Survey add(Survey survey) {
    return inTransaction(
        surveys -> {
          surveys.add(survey);
          return survey;
        });
  }
}
