package org.tierline.process.ticketresolution;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.PatiencePolicy;
import org.tierline.ticket.ResolveTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Service task "Resolve ticket". */
@Stateless
@Named("resolveTicket")
public class ResolveTicketDelegate implements JavaDelegate {

  private final ResolveTicket resolveTicket;
  private final Tickets tickets;
  private final PatiencePolicy patience;

  @Inject
  public ResolveTicketDelegate(
      ResolveTicket resolveTicket, Tickets tickets, PatiencePolicy patience) {
    this.resolveTicket = resolveTicket;
    this.tickets = tickets;
    this.patience = patience;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ResolveTicketDelegate() {
    this(null, null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    resolveTicket.resolve(ticket.id(), TicketResolution.reason(execution));
    TicketProcess.replies(execution, ticket.customerMessages());
    TicketResolution.resolvedAt(execution, ticket.resolvedAt().orElseThrow(), patience);
  }
}
