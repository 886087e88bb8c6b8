package org.tierline.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tierline.sla.ReadClocks;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaBreached;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.TargetClock;
import org.tierline.sla.TicketClocks;
import org.tierline.ticket.LeadCalls;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketQueued;
import org.tierline.ticket.TicketReleased;
import org.tierline.ticket.Tickets;

/**
 * Calls a lead when a ticket is about to miss its promise and waits for an owner: because it still
 * does when the warning comes, or because it does again after that.
 */
@ApplicationScoped
public class CallLead {

  private final Tickets tickets;
  private final ReadClocks readClocks;
  private final LeadCalls leadCalls;

  @Inject
  public CallLead(Tickets tickets, ReadClocks readClocks, LeadCalls leadCalls) {
    this.tickets = tickets;
    this.readClocks = readClocks;
    this.leadCalls = leadCalls;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CallLead() {
    this(null, null, null);
  }

  public void breachNear(@Observes SlaBreachNear fact) {
    callForUnowned(tickets.get(fact.ticket()));
  }

  /** The warning may have been overtaken by what it should have warned of. */
  public void breached(@Observes SlaBreached fact) {
    callForUnowned(tickets.get(fact.ticket()));
  }

  public void ticketQueued(@Observes TicketQueued fact) {
    callIfNear(fact.ticket());
  }

  public void ticketReleased(@Observes TicketReleased fact) {
    callIfNear(fact.ticket());
  }

  private void callIfNear(TicketId id) {
    Ticket ticket = tickets.get(id);
    if (readClocks.of(ticket).filter(CallLead::isBreachNear).isPresent()) {
      callForUnowned(ticket);
    }
  }

  private static boolean isBreachNear(TicketClocks clocks) {
    return clocks.targets().stream()
        .filter(TargetClock::isRunning)
        .filter(clock -> clock.target() != SlaTarget.CUSTOMER_UPDATE)
        .anyMatch(clock -> !clock.status().warnAt().isAfter(clocks.now()));
  }

  private void callForUnowned(Ticket ticket) {
    if (ticket.assignee().isEmpty()) {
      leadCalls.call(ticket, "nobody of %s was free until now".formatted(ticket.team()));
    }
  }
}
