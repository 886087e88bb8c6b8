package org.tierline.process.ticketresolution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.SolutionConfirmed;

/**
 * Lets a ticket close at once when its customer has checked the solution. A resolved ticket always
 * waits for that: it becomes resolved in the transaction that begins the wait.
 */
@ApplicationScoped
public class ConfirmationWatch {

  private final RuntimeService runtime;

  @Inject
  public ConfirmationWatch(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ConfirmationWatch() {
    this(null);
  }

  public void solutionConfirmed(@Observes SolutionConfirmed fact) {
    for (ProcessInstance resolution :
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(TicketResolution.KEY)
            .processInstanceBusinessKey(TicketProcess.businessKey(fact.number()))
            .list()) {
      runtime.setVariable(resolution.getId(), TicketResolution.CONFIRMED, true);
    }
  }
}
