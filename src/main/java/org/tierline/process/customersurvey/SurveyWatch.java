package org.tierline.process.customersurvey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.tierline.process.TicketProcess;
import org.tierline.survey.SurveyAnswered;
import org.tierline.ticket.TicketClosed;

/** Begins the survey when a ticket is closed, and brings the customer's answer to it. */
@ApplicationScoped
public class SurveyWatch {

  private final RuntimeService runtime;

  @Inject
  public SurveyWatch(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SurveyWatch() {
    this(null);
  }

  public void ticketClosed(@Observes TicketClosed fact) {
    runtime.startProcessInstanceByMessage(
        CustomerSurvey.TICKET_CLOSED,
        TicketProcess.businessKey(fact.number()),
        TicketProcess.startVariables(fact.ticket(), fact.number()));
  }

  /** A survey that nobody waits for any more was answered before: this is another answer. */
  public void surveyAnswered(@Observes SurveyAnswered fact) {
    String ticket = TicketProcess.businessKey(fact.number());
    List<Execution> waiting =
        runtime
            .createExecutionQuery()
            .processDefinitionKey(CustomerSurvey.KEY)
            .processInstanceBusinessKey(ticket)
            .messageEventSubscriptionName(CustomerSurvey.SURVEY_ANSWERED)
            .list();
    if (waiting.isEmpty()) {
      runtime.startProcessInstanceByMessage(
          CustomerSurvey.ANSWER_CHANGED,
          ticket,
          CustomerSurvey.answer(fact, fact.isLow() && !isUnderReview(ticket)));
    } else {
      runtime.messageEventReceived(
          CustomerSurvey.SURVEY_ANSWERED,
          waiting.get(0).getId(),
          CustomerSurvey.answer(fact, fact.isLow()));
    }
  }

  /** Two reviews of one ticket at the same time would be one too many. */
  private boolean isUnderReview(String ticket) {
    return runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(CustomerSurvey.REVIEW_KEY)
            .processInstanceBusinessKey(ticket)
            .count()
        > 0;
  }
}
