package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;

/** Use case: tell the customer that we have the ticket and what we promise. */
@ApplicationScoped
@Transactional
public class AcknowledgeTicket {

  private static final System.Logger LOG = System.getLogger(AcknowledgeTicket.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public AcknowledgeTicket(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AcknowledgeTicket() {
    this(null, null, null);
  }

  public void acknowledge(TicketId id) {
    Ticket ticket = tickets.get(id);
    ticket.acknowledge(clock.instant());
    facts.announce(new TicketAcknowledged(id));
    LOG.log(System.Logger.Level.INFO, "{0} acknowledged", ticket.number());
  }
}
