package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;

/** Use case: an agent gives a ticket back; it waits in its team's queue for somebody else. */
@ApplicationScoped
@Transactional
public class ReturnTicket {

  private static final System.Logger LOG = System.getLogger(ReturnTicket.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public ReturnTicket(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReturnTicket() {
    this(null, null, null);
  }

  /** A ticket that waits in the queue already stays there. */
  public void giveBack(TicketId id) {
    Ticket ticket = tickets.get(id);
    if (ticket.assignee().isEmpty()) {
      return;
    }
    ticket.queue("given back by " + ticket.assignee().orElseThrow(), clock.instant());
    facts.announce(new TicketLeftAgent(id, ticket.team()));
    LOG.log(System.Logger.Level.INFO, "{0} given back to {1}", ticket.number(), ticket.team());
  }
}
