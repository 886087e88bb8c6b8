package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;

/** Use case: remind the customer that we wait for an answer. */
@ApplicationScoped
@Transactional
public class RemindCustomer {

  private static final System.Logger LOG = System.getLogger(RemindCustomer.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public RemindCustomer(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RemindCustomer() {
    this(null, null, null);
  }

  public void remind(TicketId id) {
    Ticket ticket = tickets.get(id);
    ticket.note(HistoryKind.WAITING, Author.DESK, "customer reminded", null, clock.instant());
    facts.announce(new CustomerReminded(id));
    LOG.log(System.Logger.Level.INFO, "{0} customer reminded", ticket.number());
  }
}
