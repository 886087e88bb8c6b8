package org.tierline.process.worklist;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Service task "Record customer reply". */
@Stateless
@Named("recordCustomerReply")
public class RecordCustomerReplyDelegate implements JavaDelegate {

  private final Tickets tickets;
  private final OpenTasks openTasks;

  @Inject
  public RecordCustomerReplyDelegate(Tickets tickets, OpenTasks openTasks) {
    this.tickets = tickets;
    this.openTasks = openTasks;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecordCustomerReplyDelegate() {
    this(null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    TicketProcess.repliesSeen(execution, ticket.customerMessages());
    openTasks.flagReply(execution.getProcessInstanceId());
  }
}
