package org.tierline.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Use case: someone, or some scanner, opens the link to a survey. Changes nothing. */
@ApplicationScoped
@Transactional
public class ReadSurvey {

  private final Surveys surveys;
  private final Tickets tickets;
  private final Clock clock;

  @Inject
  public ReadSurvey(Surveys surveys, Tickets tickets, Clock clock) {
    this.surveys = surveys;
    this.tickets = tickets;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReadSurvey() {
    this(null, null, null);
  }

  /**
   * @param token as it stands in the link
   * @throws UnknownSurveyException if the link opens no survey, or none any more
   */
  public SurveyForm read(String token) throws UnknownSurveyException {
    Instant now = clock.instant();
    Survey survey =
        SurveyToken.parse(token)
            .flatMap(surveys::find)
            .filter(found -> found.isOpen(now))
            .orElseThrow(UnknownSurveyException::new);
    Ticket ticket = tickets.get(survey.ticket());
    return new SurveyForm(
        ticket.number(),
        ticket.subject(),
        survey.rating(),
        survey.changeableUntil(),
        survey.takesRatings(now));
  }
}
