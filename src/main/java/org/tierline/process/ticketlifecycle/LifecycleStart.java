package org.tierline.process.ticketlifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.RuntimeService;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.TicketReopened;

/**
 * Begins a ticket's lifecycle in the transaction that opens or reopens the ticket: one never exists
 * without the other.
 */
@ApplicationScoped
public class LifecycleStart {

  private final RuntimeService runtime;

  @Inject
  public LifecycleStart(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected LifecycleStart() {
    this(null);
  }

  public void ticketOpened(@Observes TicketOpened fact) {
    start(TicketLifecycle.TICKET_OPENED, fact.ticket(), fact.number());
  }

  public void ticketReopened(@Observes TicketReopened fact) {
    start(TicketLifecycle.TICKET_REOPENED, fact.ticket(), fact.number());
  }

  private void start(String message, TicketId ticket, TicketNumber number) {
    runtime.startProcessInstanceByMessage(
        message, TicketProcess.businessKey(number), TicketProcess.startVariables(ticket, number));
  }
}
