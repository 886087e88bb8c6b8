package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;

/** Use case: the grace period passed without objection; the ticket is finished. */
@ApplicationScoped
@Transactional
public class CloseTicket {

  private static final System.Logger LOG = System.getLogger(CloseTicket.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public CloseTicket(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CloseTicket() {
    this(null, null, null);
  }

  public void close(TicketId id, String why) {
    Ticket ticket = tickets.get(id);
    ticket.close(why, clock.instant());
    facts.announce(new TicketClosed(id, ticket.number()));
    LOG.log(System.Logger.Level.INFO, "{0} closed", ticket.number());
  }
}
