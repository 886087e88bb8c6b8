package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.Tickets;

/**
 * Use case: a program opens a ticket, and may ask again with the same idempotency key when it did
 * not hear our answer. Key and ticket are stored together or not at all.
 */
@ApplicationScoped
@Transactional(rollbackOn = IdempotencyKeyReusedException.class)
public class AcceptTicket {

  private final OpenTicket openTicket;
  private final Tickets tickets;
  private final Receipts receipts;
  private final Clock clock;

  @Inject
  public AcceptTicket(OpenTicket openTicket, Tickets tickets, Receipts receipts, Clock clock) {
    this.openTicket = openTicket;
    this.tickets = tickets;
    this.receipts = receipts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AcceptTicket() {
    this(null, null, null, null);
  }

  /**
   * @throws jakarta.persistence.PersistenceException if the same key arrives twice in the same
   *     moment; asking again then finds the other's ticket
   */
  public TicketNumber accept(NewTicketBody body, Optional<String> idempotencyKey)
      throws IdempotencyKeyReusedException {
    Optional<Receipt> earlier = idempotencyKey.flatMap(receipts::find);
    if (earlier.isPresent()) {
      Receipt receipt = earlier.get();
      if (!receipt.isFor(body.fingerprint())) {
        throw new IdempotencyKeyReusedException(receipt.idempotencyKey());
      }
      return tickets.find(receipt.ticket()).orElseThrow().number();
    }
    Ticket ticket = openTicket.open(body.toNewTicket());
    idempotencyKey.ifPresent(
        key ->
            receipts.add(new Receipt(key, body.fingerprint(), ticket.number(), clock.instant())));
    return ticket.number();
  }
}
