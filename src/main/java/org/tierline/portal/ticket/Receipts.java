package org.tierline.portal.ticket;

import java.util.Optional;

/** What was opened under which idempotency key. */
interface Receipts {

  Optional<Receipt> find(String idempotencyKey);

  /**
   * @throws jakarta.persistence.PersistenceException if another request stored the key first; the
   *     transaction is lost then
   */
  void add(Receipt receipt);
}
