package org.tierline.process.customerwait;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.PatiencePolicy;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;
import org.tierline.ticket.WaitForCustomer;

/** Service task "Wait for customer". */
@Stateless
@Named("waitForCustomer")
public class WaitForCustomerDelegate implements JavaDelegate {

  private final WaitForCustomer waitForCustomer;
  private final Tickets tickets;
  private final PatiencePolicy patience;
  private final Clock clock;

  @Inject
  public WaitForCustomerDelegate(
      WaitForCustomer waitForCustomer, Tickets tickets, PatiencePolicy patience, Clock clock) {
    this.waitForCustomer = waitForCustomer;
    this.tickets = tickets;
    this.patience = patience;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected WaitForCustomerDelegate() {
    this(null, null, null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    waitForCustomer.waitFor(ticket.id());
    TicketProcess.replies(execution, ticket.customerMessages());
    CustomerWait.since(execution, clock.instant(), patience);
  }
}
