package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;

/** Use case: we think it is solved; the customer hears how to verify that. */
@ApplicationScoped
@Transactional
public class ResolveTicket {

  private static final System.Logger LOG = System.getLogger(ResolveTicket.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public ResolveTicket(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ResolveTicket() {
    this(null, null, null);
  }

  public void resolve(TicketId id, String why) {
    Ticket ticket = tickets.get(id);
    ticket.resolve(why, clock.instant());
    facts.announce(new TicketResolved(id));
    facts.announce(new TicketLeftAgent(id, ticket.team()));
    LOG.log(System.Logger.Level.INFO, "{0} resolved", ticket.number());
  }
}
