package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketNumber;

/**
 * Use case: a program opens a ticket, and may ask again with the same idempotency key when it did
 * not hear our answer; they then hear the first answer. Key and ticket are stored together or not
 * at all.
 */
@ApplicationScoped
@Transactional(rollbackOn = IdempotencyKeyReusedException.class)
public class AcceptTicket {

  private final OpenTicket openTicket;
  private final Receipts receipts;
  private final Clock clock;

  @Inject
  public AcceptTicket(OpenTicket openTicket, Receipts receipts, Clock clock) {
    this.openTicket = openTicket;
    this.receipts = receipts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AcceptTicket() {
    this(null, null, null);
  }

  /**
   * What a request became.
   *
   * @param answer as given to the first who asked under the same key; empty for the first
   */
  public record Accepted(TicketNumber ticket, Optional<String> answer) {}

  /**
   * @throws jakarta.persistence.PersistenceException if the same key arrives twice in the same
   *     moment; asking again then finds the other's ticket
   */
  public Accepted accept(NewTicketBody body, Optional<String> idempotencyKey)
      throws IdempotencyKeyReusedException {
    Optional<Receipt> earlier = idempotencyKey.flatMap(receipts::find);
    if (earlier.isPresent()) {
      Receipt receipt = earlier.get();
      if (!receipt.isFor(body.fingerprint())) {
        throw new IdempotencyKeyReusedException(receipt.idempotencyKey());
      }
      return new Accepted(receipt.ticket(), receipt.answer());
    }
    Ticket ticket = openTicket.open(body.toNewTicket());
    idempotencyKey.ifPresent(
        key ->
            receipts.add(new Receipt(key, body.fingerprint(), ticket.number(), clock.instant())));
    return new Accepted(ticket.number(), Optional.empty());
  }

  /**
   * Remembers the answer for whoever asks again.
   *
   * @return the answer to give: an earlier one, if somebody asked again meanwhile and heard it
   */
  public String answer(String idempotencyKey, String answer) {
    return receipts
        .findToAnswer(idempotencyKey)
        .map(receipt -> receipt.answer(answer))
        .orElse(answer);
  }
}
