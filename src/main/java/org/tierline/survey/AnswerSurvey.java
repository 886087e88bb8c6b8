package org.tierline.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.tierline.customer.Customers;
import org.tierline.platform.StorableText;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Use case: a customer says by link whether we helped. */
@ApplicationScoped
@Transactional
public class AnswerSurvey {

  private static final System.Logger LOG = System.getLogger(AnswerSurvey.class.getName());

  private final Surveys surveys;
  private final Tickets tickets;
  private final Customers customers;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public AnswerSurvey(
      Surveys surveys, Tickets tickets, Customers customers, Facts facts, Clock clock) {
    this.surveys = surveys;
    this.tickets = tickets;
    this.customers = customers;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AnswerSurvey() {
    this(null, null, null, null, null);
  }

  /**
   * Giving the same answer again changes nothing; another answer within a week replaces it.
   *
   * @param token as it stands in the link
   * @param comment blank for none
   * @throws UnknownSurveyException if the link opens no survey, or none any more
   * @throws SurveyOverException if an earlier answer has become final
   */
  public void answer(String token, int stars, String comment, boolean solved)
      throws UnknownSurveyException, SurveyOverException {
    Instant now = clock.instant();
    Survey survey =
        SurveyToken.parse(token)
            .flatMap(surveys::findToAnswer)
            .filter(found -> found.isOpen(now))
            .orElseThrow(UnknownSurveyException::new);
    if (!survey.takesRatings(now)) {
      throw new SurveyOverException();
    }
    var rating = new Rating(stars, StorableText.of(comment).strip(), solved, now);
    if (!survey.rate(rating)) {
      return;
    }
    Ticket ticket = tickets.get(survey.ticket());
    ticket.note(
        HistoryKind.SURVEYED,
        Author.of(customers.get(ticket.customer())),
        "rated %d of %d, %s".formatted(stars, Rating.MOST_STARS, solved ? "solved" : "not solved"),
        rating.comment().isEmpty() ? null : rating.comment(),
        now);
    facts.announce(new SurveyAnswered(ticket.id(), ticket.number(), stars, solved));
    LOG.log(System.Logger.Level.INFO, "{0} rated {1} stars", ticket.number(), stars);
  }
}
