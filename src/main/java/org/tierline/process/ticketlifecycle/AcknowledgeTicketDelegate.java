package org.tierline.process.ticketlifecycle;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.AcknowledgeTicket;

/** Service task "Acknowledge ticket". */
@Stateless
@Named("acknowledgeTicket")
public class AcknowledgeTicketDelegate implements JavaDelegate {

  private final AcknowledgeTicket acknowledgeTicket;

  @Inject
  public AcknowledgeTicketDelegate(AcknowledgeTicket acknowledgeTicket) {
    this.acknowledgeTicket = acknowledgeTicket;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AcknowledgeTicketDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    acknowledgeTicket.acknowledge(TicketProcess.ticketId(execution));
  }
}
