package org.tierline.bugtracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.IllegalTicketStateException;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketLeftAgent;
import org.tierline.ticket.Tickets;

/** Use case: support confirms that a defect of ours stands behind a ticket. */
@ApplicationScoped
@Transactional
public class ConfirmBug {

  private static final System.Logger LOG = System.getLogger(ConfirmBug.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public ConfirmBug(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ConfirmBug() {
    this(null, null, null);
  }

  /**
   * @throws IllegalTicketStateException if the ticket is closed
   */
  public void confirm(TicketId id) {
    Ticket ticket = tickets.get(id);
    ticket.confirmBug(clock.instant());
    facts.announce(new TicketLeftAgent(id, ticket.team()));
    // last, because the customer is told by when they hear from us: the dates follow the one before
    facts.announce(new BugConfirmed(id, ticket.number()));
    LOG.log(System.Logger.Level.INFO, "{0} confirmed as a defect", ticket.number());
  }
}
