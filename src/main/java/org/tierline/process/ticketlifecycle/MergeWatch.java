package org.tierline.process.ticketlifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.TicketMerged;

/**
 * Ends the lifecycle of a ticket that was merged, wherever it stands, in the transaction that
 * merges it. A closed ticket has none that could end.
 */
@ApplicationScoped
public class MergeWatch {

  private final RuntimeService runtime;

  @Inject
  public MergeWatch(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected MergeWatch() {
    this(null);
  }

  public void ticketMerged(@Observes TicketMerged fact) {
    for (ProcessInstance lifecycle :
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(TicketLifecycle.KEY)
            .processInstanceBusinessKey(TicketProcess.businessKey(fact.number()))
            .list()) {
      runtime
          .createMessageCorrelation(TicketLifecycle.TICKET_MERGED)
          .processInstanceId(lifecycle.getId())
          .correlate();
    }
  }
}
