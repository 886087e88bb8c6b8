package org.tierline.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tierline.platform.events.Facts;
import org.tierline.sla.SlaBreachNear;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Calls a lead when a ticket is about to miss its promise and still waits for an owner. */
@ApplicationScoped
public class CallLead {

  private static final System.Logger LOG = System.getLogger(CallLead.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public CallLead(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CallLead() {
    this(null, null, null);
  }

  public void breachNear(@Observes SlaBreachNear fact) {
    Ticket ticket = tickets.get(fact.ticket());
    if (ticket.assignee().isEmpty()) {
      String why = "nobody of %s was free until now".formatted(ticket.team());
      ticket
          .callLead(why, clock.instant())
          .ifPresent(
              called -> {
                facts.announce(called);
                LOG.log(
                    System.Logger.Level.INFO, "{0} waits for a lead: {1}", called.number(), why);
              });
    }
  }
}
