package org.tierline.process.ticketlifecycle;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.escalation.EscalateTicket;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.TicketId;

/** Service task "Escalate ticket". */
@Stateless
@Named("escalateTicket")
public class EscalateTicketDelegate implements JavaDelegate {

  private final EscalateTicket escalateTicket;

  @Inject
  public EscalateTicketDelegate(EscalateTicket escalateTicket) {
    this.escalateTicket = escalateTicket;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected EscalateTicketDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    TicketId ticket = TicketProcess.ticketId(execution);
    TicketLifecycle.handOverTo(execution)
        .ifPresentOrElse(
            team -> escalateTicket.escalate(ticket, team), () -> escalateTicket.escalate(ticket));
  }
}
