package org.tierline.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/** Use case: ask the customer of a finished ticket whether we helped. */
@ApplicationScoped
@Transactional
public class InviteToSurvey {

  private static final System.Logger LOG = System.getLogger(InviteToSurvey.class.getName());

  private final Surveys surveys;
  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public InviteToSurvey(Surveys surveys, Tickets tickets, Facts facts, Clock clock) {
    this.surveys = surveys;
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected InviteToSurvey() {
    this(null, null, null, null);
  }

  public Survey invite(TicketId id) {
    Ticket ticket = tickets.get(id);
    Survey survey = Survey.invite(id, clock.instant());
    surveys.add(survey);
    facts.announce(new SurveyInvited(id, survey.token().value()));
    LOG.log(System.Logger.Level.INFO, "{0} customer invited to rate", ticket.number());
    return survey;
  }
}
