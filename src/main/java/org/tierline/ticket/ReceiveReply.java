package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.tierline.customer.Customer;
import org.tierline.platform.events.Facts;

/**
 * Use case: a customer writes again about a ticket. A waiting process wakes up; a ticket closed not
 * long ago reopens.
 */
@ApplicationScoped
@Transactional
public class ReceiveReply {

  private static final System.Logger LOG = System.getLogger(ReceiveReply.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public ReceiveReply(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReceiveReply() {
    this(null, null, null);
  }

  /**
   * @param id a ticket that was merged stands for its survivor
   * @return the message, or empty when the ticket was closed too long ago: nothing is stored then,
   *     and the caller opens a new ticket that relates to it
   */
  public Optional<Message> receive(TicketId id, Customer from, Channel by, Content content) {
    Ticket ticket = tickets.survivor(tickets.get(id));
    Instant now = clock.instant();
    boolean closed = ticket.status() == TicketStatus.CLOSED;
    if (closed && !ReopenPolicy.mayReopen(ticket.closedAt().orElseThrow(), now)) {
      return Optional.empty();
    }
    if (by == Channel.EMAIL) {
      from.wroteByMail();
    }
    Message message = ticket.receive(Author.of(from), by, content, now);
    if (closed) {
      ticket.reopen("the customer wrote within the grace period", now);
      facts.announce(new TicketReopened(ticket.id(), ticket.number()));
    } else {
      facts.announce(
          new CustomerWrote(ticket.id(), ticket.number(), message.id(), ticket.customerMessages()));
    }
    LOG.log(System.Logger.Level.INFO, "{0} customer wrote by {1}", ticket.number(), by);
    return Optional.of(message);
  }

  /** Keeps one message of too many with the ticket; nobody is called to read it. */
  public void collect(TicketId id, Customer from, Channel by, Content content, String why) {
    tickets.survivor(tickets.get(id)).collect(Author.of(from), by, content, why, clock.instant());
  }
}
