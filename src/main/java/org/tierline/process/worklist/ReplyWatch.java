package org.tierline.process.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.CustomerWrote;

/**
 * Tells everything that runs for a ticket how often its customer has written. What waits for that
 * wakes up; what does not is left alone, so no reply can miss its receiver.
 */
@ApplicationScoped
public class ReplyWatch {

  private final RuntimeService runtime;

  @Inject
  public ReplyWatch(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReplyWatch() {
    this(null);
  }

  public void customerWrote(@Observes CustomerWrote fact) {
    for (ProcessInstance process :
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(TicketProcess.businessKey(fact.number()))
            .active()
            .list()) {
      runtime.setVariable(process.getId(), TicketProcess.REPLIES, fact.customerMessages());
    }
  }
}
