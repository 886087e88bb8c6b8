package org.tierline.process.tickettriage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.process.decision.DecisionTrail;
import org.tierline.triage.RecordTriage;

/** Service task "Record triage". */
@Stateless
@Named("recordTriage")
public class RecordTriageDelegate implements JavaDelegate {

  private final RecordTriage recordTriage;
  private final DecisionTrail decisionTrail;

  @Inject
  public RecordTriageDelegate(RecordTriage recordTriage, DecisionTrail decisionTrail) {
    this.recordTriage = recordTriage;
    this.decisionTrail = decisionTrail;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecordTriageDelegate() {
    this(null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    recordTriage.record(
        TicketProcess.ticketId(execution),
        TicketTriage.category(execution),
        TicketTriage.priority(execution),
        TicketTriage.team(execution),
        TicketTriage.seniority(execution),
        TicketTriage.why(execution) + "; " + decisionTrail.of(execution.getProcessInstanceId()));
  }
}
