package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;

/** Use case: we asked the customer something; the promise stands still until they answer. */
@ApplicationScoped
@Transactional
public class WaitForCustomer {

  private static final System.Logger LOG = System.getLogger(WaitForCustomer.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public WaitForCustomer(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected WaitForCustomer() {
    this(null, null, null);
  }

  public void waitFor(TicketId id) {
    Ticket ticket = tickets.get(id);
    ticket.waitForCustomer(clock.instant());
    facts.announce(new TicketLeftAgent(id, ticket.team()));
    LOG.log(System.Logger.Level.INFO, "{0} waits for the customer", ticket.number());
  }
}
