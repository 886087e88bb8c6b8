package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.customer.Customer;
import org.tierline.platform.events.Facts;

/** Use case: the customer checked our solution and says that it works. */
@ApplicationScoped
@Transactional
public class ConfirmSolution {

  private static final System.Logger LOG = System.getLogger(ConfirmSolution.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public ConfirmSolution(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ConfirmSolution() {
    this(null, null, null);
  }

  /**
   * Changes nothing unless the ticket waits for exactly this: pressing the button late is no error.
   */
  public void confirm(TicketId id, Customer by) {
    Ticket ticket = tickets.get(id);
    if (ticket.status() != TicketStatus.RESOLVED) {
      return;
    }
    ticket.note(
        HistoryKind.CUSTOMER_WROTE,
        Author.of(by),
        "confirmed that it is solved",
        null,
        clock.instant());
    facts.announce(new SolutionConfirmed(id, ticket.number()));
    LOG.log(System.Logger.Level.INFO, "{0} solution confirmed", ticket.number());
  }
}
