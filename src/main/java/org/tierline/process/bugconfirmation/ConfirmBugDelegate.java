package org.tierline.process.bugconfirmation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.bugtracking.ConfirmBug;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Service task "Confirm bug". */
@Stateless
@Named("confirmBug")
public class ConfirmBugDelegate implements JavaDelegate {

  private final ConfirmBug confirmBug;
  private final Tickets tickets;

  @Inject
  public ConfirmBugDelegate(ConfirmBug confirmBug, Tickets tickets) {
    this.confirmBug = confirmBug;
    this.tickets = tickets;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ConfirmBugDelegate() {
    this(null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    confirmBug.confirm(ticket.id());
    TicketProcess.taskPriority(execution, ticket.priority());
    TicketProcess.replies(execution, ticket.customerMessages());
  }
}
