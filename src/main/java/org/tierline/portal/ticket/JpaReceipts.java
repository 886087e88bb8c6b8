package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

@ApplicationScoped
class JpaReceipts implements Receipts {

  @PersistenceContext private EntityManager em;

  @Override
  public Optional<Receipt> find(String idempotencyKey) {
    return Optional.ofNullable(em.find(Receipt.class, idempotencyKey));
  }

  @Override
  public void add(Receipt receipt) {
    em.persist(receipt);
    em.flush(); // of two requests under one key the later fails here and opens nothing
  }
}
