package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.tierline.ticket.TicketNumber;

/**
 * Use case: a program asks for something about a ticket under an idempotency key. Key, work and
 * answer are stored together or not at all.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class KeepAnswer {

  private final Receipts receipts;
  private final Clock clock;

  @Inject
  KeepAnswer(Receipts receipts, Clock clock) {
    this.receipts = receipts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected KeepAnswer() {
    this(null, null);
  }

  /**
   * What is asked for.
   *
   * @param <A> one way it is refused
   * @param <B> another
   */
  interface Work<A extends Exception, B extends Exception> {

    /** Does it, as part of the caller's transaction, and says what to answer. */
    String answer() throws A, B;
  }

  /** The answer somebody heard before under this key. */
  public Optional<String> earlier(String key, Fingerprint request)
      throws IdempotencyKeyReusedException {
    Optional<Receipt> receipt = receipts.find(key);
    if (receipt.filter(found -> !found.isFor(request.value())).isPresent()) {
      throw new IdempotencyKeyReusedException(key);
    }
    return receipt.flatMap(Receipt::answer);
  }

  /**
   * Does the work. The key is taken first, so that of two in the same moment one waits for the
   * other.
   *
   * @throws jakarta.persistence.PersistenceException if the key is another's by then
   */
  public <A extends Exception, B extends Exception> String first(
      String key, Fingerprint request, TicketNumber ticket, Work<A, B> work) throws A, B {
    var receipt = new Receipt(key, request.value(), ticket, clock.instant());
    receipts.add(receipt);
    return receipt.answer(work.answer());
  }
}
