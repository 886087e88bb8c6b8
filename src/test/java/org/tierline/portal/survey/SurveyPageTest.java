package org.tierline.portal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;
import static org.tierline.ticket.TicketFixture.carla;

import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.transactions.DirectTransactions;
import org.tierline.portal.Collisions;
import org.tierline.portal.Pages;
import org.tierline.survey.AnswerSurvey;
import org.tierline.survey.InMemorySurveys;
import org.tierline.survey.InviteToSurvey;
import org.tierline.survey.ReadSurvey;
import org.tierline.survey.Survey;
import org.tierline.survey.SurveyAnswered;
import org.tierline.survey.SurveyInvited;
import org.tierline.survey.SurveyToken;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Ticket;

class SurveyPageTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneId.of("Europe/Berlin"));

  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final ContestedSurveys surveys = new ContestedSurveys();
  private final RecordedFacts facts = new RecordedFacts();
  private final SurveyPage page =
      new SurveyPage(
          new ReadSurvey(surveys, tickets, clock),
          new AnswerSurvey(surveys, tickets, customers, facts, clock),
          new Collisions(new DirectTransactions()),
          new Pages(DESK),
          DESK);
  private String token;

  @BeforeEach
  void invited() {
    Customer carla = carla();
    Ticket ticket = aTicket(5734, carla, "<img src=x onerror=alert(1)>", "Help", MONDAY_9AM);
    customers.add(carla);
    tickets.add(ticket);
    new InviteToSurvey(surveys, tickets, facts, clock).invite(ticket.id());
    token = facts.ofType(SurveyInvited.class).get(0).token();
  }

  @Test
  void openingTheLinkOnlyPreselects() {
    String html = html(page.form(token, "4"));

    assertThat(html).contains("value=\"4\" required checked").containsOnlyOnce(" checked");
    assertThat(facts.ofType(SurveyAnswered.class)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "0", "6", "4.5", "٤", "\"><script>"})
  void strangeStarsPreselectNothing(String stars) {
    assertThat(html(page.form(token, stars))).doesNotContain(" checked").doesNotContain("<script");
  }

  @Test
  void buttonVotesAndThePageSaysThanks() {
    Response answer = page.vote(token, "2", "Too slow", "yes");

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getLocation()).hasPath("/survey/" + token);
    assertThat(facts.ofType(SurveyAnswered.class))
        .singleElement()
        .satisfies(
            answered -> {
              assertThat(answered.stars()).isEqualTo(2);
              assertThat(answered.solved()).isFalse();
            });
    assertThat(html(page.form(token, null)))
        .contains("Thank you", "2 of 5", "open your request again", "30 November 2026");
  }

  @Test
  void doubleClickVotesOnce() {
    page.vote(token, "5", "", null);
    page.vote(token, "5", "", null);

    assertThat(facts.ofType(SurveyAnswered.class)).hasSize(1);
  }

  @Test
  void aVoteThatCollidesWithSomebodyElsesChangeIsNotLost() {
    surveys.contested = true;

    Response answer = page.vote(token, "1", "", null);

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(facts.ofType(SurveyAnswered.class)).hasSize(1);
  }

  @Test
  void otherStarInTheMailLaterOffersToChange() {
    page.vote(token, "5", "", null);

    assertThat(html(page.form(token, "1")))
        .contains("How did we do?", "5 of 5 stars before", "Change my answer")
        .contains("value=\"1\" required checked");
  }

  @Test
  void answerThatBecameFinalStaysAndSaysSo() {
    page.vote(token, "5", "", null);
    clock.pass(Duration.ofDays(8));

    Response answer = page.vote(token, "1", "", null);

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(html(page.form(token, null))).contains("final now").doesNotContain("<form");
  }

  @Test
  void voteWithoutStarsIsAskedAgainAndKeepsWhatWasTyped() {
    Response answer = page.vote(token, null, "My <b>words</b>", "yes");

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(html(answer))
        .contains("Please choose one to five stars", "My &lt;b&gt;words&lt;/b&gt;")
        .contains("name=\"unsolved\" value=\"yes\" checked");
    assertThat(facts.ofType(SurveyAnswered.class)).isEmpty();
  }

  @Test
  void commentThatIsTooLongIsAskedAgain() {
    Response answer = page.vote(token, "3", "a".repeat(2001), null);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(html(answer)).contains("2000 characters; it has 2001");
  }

  @Test
  void lineBreaksCountAsPeopleCountThem() {
    assertThat(page.vote(token, "3", "a\r\n".repeat(1000), null).getStatus()).isEqualTo(303);
  }

  @Test
  void whatCustomersWroteIsEscaped() {
    page.vote(token, "3", "</textarea><script>alert(1)</script>", null);

    String html = html(page.form(token, "3"));

    assertThat(html).doesNotContain("<script").doesNotContain("<img");
    assertThat(html).contains("&lt;/textarea&gt;", "&lt;img src");
  }

  @Test
  void unknownAndExpiredLinksAreTheSamePage() {
    Response unknown = page.form("A".repeat(32), null);
    clock.pass(Duration.ofDays(91));
    Response expired = page.form(token, "5");
    Response late = page.vote(token, "5", "", null);

    assertThat(unknown.getStatus()).isEqualTo(404);
    assertThat(expired.getStatus()).isEqualTo(404);
    assertThat(html(expired)).isEqualTo(html(unknown));
    assertThat(html(late)).isEqualTo(html(unknown));
  }

  /** Somebody else holds the survey, once. */
  private static final class ContestedSurveys extends InMemorySurveys {

    private boolean contested;

    @Override
    public Optional<Survey> findToAnswer(SurveyToken token) {
      if (contested) {
        contested = false;
        throw new PessimisticLockException();
      }
      return super.findToAnswer(token);
    }
  }

  private static String html(Response answer) {
    return (String) answer.getEntity();
  }
}
