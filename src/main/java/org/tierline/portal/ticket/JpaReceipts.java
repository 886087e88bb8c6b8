package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaReceipts implements Receipts {

  @PersistenceContext private EntityManager em;

  JpaReceipts() {}

  JpaReceipts(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<Receipt> find(String idempotencyKey) {
    return Optional.ofNullable(em.find(Receipt.class, idempotencyKey));
  }

  @Override
  public Optional<Receipt> findToAnswer(String idempotencyKey) {
    return Optional.ofNullable(
        em.find(Receipt.class, idempotencyKey, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public void add(Receipt receipt) {
    em.persist(receipt);
    em.flush(); // of two requests under one key the later fails here and opens nothing
  }

  @Override
  public int forget(Instant before, int most) {
    List<String> old =
        em.createQuery(
                "select r.idempotencyKey from Receipt r where r.createdAt < :before"
                    + " order by r.createdAt",
                String.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    if (old.isEmpty()) {
      return 0;
    }
    return em.createQuery("delete from Receipt r where r.idempotencyKey in :old")
        .setParameter("old", old)
        .executeUpdate();
  }
}
