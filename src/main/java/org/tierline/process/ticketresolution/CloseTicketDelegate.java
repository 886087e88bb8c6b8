package org.tierline.process.ticketresolution;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.CloseTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Service task "Close ticket". */
@Stateless
@Named("closeTicket")
public class CloseTicketDelegate implements JavaDelegate {

  private final CloseTicket closeTicket;
  private final Tickets tickets;

  @Inject
  public CloseTicketDelegate(CloseTicket closeTicket, Tickets tickets) {
    this.closeTicket = closeTicket;
    this.tickets = tickets;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CloseTicketDelegate() {
    this(null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    if (ticket.customerMessages() > TicketProcess.repliesSeen(execution)) {
      throw new BpmnError(TicketResolution.OBJECTION_IN_TIME);
    }
    closeTicket.close(
        ticket.id(),
        TicketResolution.isConfirmed(execution)
            ? "the customer confirmed the solution"
            : "no objection within the grace period");
  }
}
