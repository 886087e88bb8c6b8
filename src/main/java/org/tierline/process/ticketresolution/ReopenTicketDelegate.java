package org.tierline.process.ticketresolution;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.ReopenTicket;

/** Service task "Reopen ticket". */
@Stateless
@Named("reopenTicket")
public class ReopenTicketDelegate implements JavaDelegate {

  private final ReopenTicket reopenTicket;

  @Inject
  public ReopenTicketDelegate(ReopenTicket reopenTicket) {
    this.reopenTicket = reopenTicket;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReopenTicketDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    reopenTicket.reopen(TicketProcess.ticketId(execution), "the customer wrote again");
  }
}
