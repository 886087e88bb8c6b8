package org.tierline.process.customersurvey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.survey.InviteToSurvey;
import org.tierline.survey.Survey;

/** Service task "Invite to survey". */
@Stateless
@Named("inviteToSurvey")
public class InviteToSurveyDelegate implements JavaDelegate {

  private final InviteToSurvey inviteToSurvey;

  @Inject
  public InviteToSurveyDelegate(InviteToSurvey inviteToSurvey) {
    this.inviteToSurvey = inviteToSurvey;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected InviteToSurveyDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Survey survey = inviteToSurvey.invite(TicketProcess.ticketId(execution));
    CustomerSurvey.expiresAt(execution, survey.expiresAt());
  }
}
