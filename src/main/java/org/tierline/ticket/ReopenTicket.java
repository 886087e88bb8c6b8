package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;

/** Use case: the customer says it is not solved. */
@ApplicationScoped
@Transactional
public class ReopenTicket {

  private static final System.Logger LOG = System.getLogger(ReopenTicket.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public ReopenTicket(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReopenTicket() {
    this(null, null, null);
  }

  /**
   * Of a merged ticket its survivor hears. A resolved ticket goes on in its running lifecycle; a
   * closed one asks for a new one.
   */
  public void reopen(TicketId id, String why) {
    Ticket ticket = tickets.get(id);
    if (ticket.mergedInto().isPresent()) {
      tickets
          .survivor(ticket)
          .note(
              HistoryKind.MERGED,
              Author.DESK,
              ticket.number() + " is not solved for its customer",
              why,
              clock.instant());
      return;
    }
    boolean closed = ticket.status() == TicketStatus.CLOSED;
    ticket.reopen(why, clock.instant());
    if (closed) {
      facts.announce(new TicketReopened(id, ticket.number()));
    }
    LOG.log(System.Logger.Level.INFO, "{0} reopened", ticket.number());
  }
}
