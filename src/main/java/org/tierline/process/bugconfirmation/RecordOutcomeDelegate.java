package org.tierline.process.bugconfirmation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.bugtracking.RecordBugOutcome;
import org.tierline.process.TicketProcess;

/** Service task "Record outcome". */
@Stateless
@Named("recordOutcome")
public class RecordOutcomeDelegate implements JavaDelegate {

  private final RecordBugOutcome recordBugOutcome;

  @Inject
  public RecordOutcomeDelegate(RecordBugOutcome recordBugOutcome) {
    this.recordBugOutcome = recordBugOutcome;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecordOutcomeDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    recordBugOutcome.record(
        TicketProcess.ticketId(execution),
        TicketProcess.finishedBy(execution),
        TicketProcess.outcome(execution));
  }
}
