package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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

  /**
   * @param closing when silence will count as an answer, if this is the last reminder before
   */
  public void remind(TicketId id, Optional<Instant> closing) {
    Ticket ticket = tickets.get(id);
    ticket.note(
        HistoryKind.REMINDED,
        Author.DESK,
        closing.isPresent() ? "customer reminded for the last time" : "customer reminded",
        null,
        clock.instant());
    facts.announce(new CustomerReminded(id, closing));
    LOG.log(System.Logger.Level.INFO, "{0} customer reminded", ticket.number());
  }
}
