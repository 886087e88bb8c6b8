package org.tierline.process.deadlines;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.sla.ladder.Deadlines;
import org.tierline.sla.ladder.KeepDeadlines;

/** Service task "Set deadlines". */
@Stateless
@Named("setDeadlines")
public class SetDeadlinesDelegate implements JavaDelegate {

  private final KeepDeadlines keepDeadlines;

  @Inject
  public SetDeadlinesDelegate(KeepDeadlines keepDeadlines) {
    this.keepDeadlines = keepDeadlines;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SetDeadlinesDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<Deadlines> deadlines = keepDeadlines.keep(TicketProcess.ticketId(execution));
    execution.setVariables(
        LadderTimers.variables(
            deadlines.flatMap(Deadlines::nextDueAt), deadlines.flatMap(Deadlines::nextStepAt)));
  }
}
