package org.tierline.process.customersurvey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.ReopenTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.Tickets;

/** Service task "Reopen closed ticket". */
@Stateless
@Named("reopenClosedTicket")
public class ReopenClosedTicketDelegate implements JavaDelegate {

  private final ReopenTicket reopenTicket;
  private final Tickets tickets;

  @Inject
  public ReopenClosedTicketDelegate(ReopenTicket reopenTicket, Tickets tickets) {
    this.reopenTicket = reopenTicket;
    this.tickets = tickets;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReopenClosedTicketDelegate() {
    this(null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    // a ticket that came back by another way in the meantime is being worked on already
    if (ticket.status() == TicketStatus.CLOSED) {
      reopenTicket.reopen(ticket.id(), CustomerSurvey.reason(execution));
    }
  }
}
