package org.tierline.portal.ticket;

import java.time.Instant;
import java.util.Optional;

/** What was opened under which idempotency key. */
interface Receipts {

  Optional<Receipt> find(String idempotencyKey);

  /** Finds a receipt and keeps others from answering it until the transaction ends. */
  Optional<Receipt> findToAnswer(String idempotencyKey);

  /**
   * @throws jakarta.persistence.PersistenceException if another request stored the key first; the
   *     transaction is lost then
   */
  void add(Receipt receipt);

  /**
   * Forgets receipts, the oldest first.
   *
   * @return how many
   */
  int forget(Instant before, int most);
}
