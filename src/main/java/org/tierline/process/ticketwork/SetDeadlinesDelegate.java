package org.tierline.process.ticketwork;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.sla.CurrentDeadlines;

/** Service task "Set deadlines". */
@Stateless
@Named("setDeadlines")
public class SetDeadlinesDelegate implements JavaDelegate {

  private final CurrentDeadlines currentDeadlines;

  @Inject
  public SetDeadlinesDelegate(CurrentDeadlines currentDeadlines) {
    this.currentDeadlines = currentDeadlines;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SetDeadlinesDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    TicketWork.deadlines(execution, currentDeadlines.of(TicketProcess.ticketId(execution)));
  }
}
