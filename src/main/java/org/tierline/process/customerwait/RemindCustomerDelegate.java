package org.tierline.process.customerwait;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.RemindCustomer;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Service task "Remind customer". */
@Stateless
@Named("remindCustomer")
public class RemindCustomerDelegate implements JavaDelegate {

  private final RemindCustomer remindCustomer;
  private final Tickets tickets;

  @Inject
  public RemindCustomerDelegate(RemindCustomer remindCustomer, Tickets tickets) {
    this.remindCustomer = remindCustomer;
    this.tickets = tickets;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RemindCustomerDelegate() {
    this(null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    // an answer that came while this step was due ends the wait right after it
    if (ticket.customerMessages() == TicketProcess.repliesSeen(execution)) {
      remindCustomer.remind(ticket.id(), CustomerWait.closing(execution));
    }
    CustomerWait.reminded(execution);
    TicketProcess.replies(execution, ticket.customerMessages());
  }
}
