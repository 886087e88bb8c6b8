package org.tierline.process.tickettriage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.customer.Customers;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;
import org.tierline.triage.DetectSignals;
import org.tierline.triage.Signals;

/** Service task "Detect signals". */
@Stateless
@Named("detectSignals")
public class DetectSignalsDelegate implements JavaDelegate {

  private final DetectSignals detectSignals;
  private final Tickets tickets;
  private final Customers customers;

  @Inject
  public DetectSignalsDelegate(DetectSignals detectSignals, Tickets tickets, Customers customers) {
    this.detectSignals = detectSignals;
    this.tickets = tickets;
    this.customers = customers;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DetectSignalsDelegate() {
    this(null, null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    Signals signals = detectSignals.detect(ticket.id());
    TicketTriage.signals(execution, signals, customers.get(ticket.customer()));
    TicketTriage.entrance(execution, ticket);
  }
}
