package org.tierline.process.ticketwork;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.agent.AgentId;
import org.tierline.assignment.AssignTicket;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Service task "Assign ticket". */
@Stateless
@Named("assignTicket")
public class AssignTicketDelegate implements JavaDelegate {

  private final AssignTicket assignTicket;
  private final Tickets tickets;

  @Inject
  public AssignTicketDelegate(AssignTicket assignTicket, Tickets tickets) {
    this.assignTicket = assignTicket;
    this.tickets = tickets;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AssignTicketDelegate() {
    this(null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    Optional<AgentId> owner = assignTicket.assign(ticket.id());
    TicketWork.owner(execution, ticket.team(), owner);
    TicketProcess.taskPriority(execution, ticket.priority());
    TicketProcess.allRepliesSeen(execution, ticket.customerMessages());
  }
}
