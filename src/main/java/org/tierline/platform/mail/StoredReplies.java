package org.tierline.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Counts in the outbox, which forgets nothing. */
@ApplicationScoped
class StoredReplies implements SentReplies {

  private static final String COUNT =
      "select count(o) from OutboxMail o where o.autoSubmitted = AUTO_REPLIED"
          + " and o.createdAt > :since";

  @PersistenceContext private EntityManager em;

  StoredReplies() {}

  StoredReplies(EntityManager em) {
    this.em = em;
  }

  @Override
  public long to(EmailAddress recipient, Instant since) {
    return em.createQuery(COUNT + " and o.recipient = :recipient", Long.class)
        .setParameter("since", since)
        .setParameter("recipient", recipient.value())
        .getSingleResult();
  }

  /** An address has no characters that mean something to {@code like} but the underscore. */
  @Override
  public long toDomain(String domain, Instant since) {
    return em.createQuery(COUNT + " and o.recipient like :recipient", Long.class)
        .setParameter("since", since)
        .setParameter("recipient", "%@" + domain)
        .getSingleResult();
  }

  @Override
  public long toAnybody(Instant since) {
    return em.createQuery(COUNT, Long.class).setParameter("since", since).getSingleResult();
  }

  @Override
  public List<Long> perHour(Instant since) {
    @SuppressWarnings("unchecked") // a count is a bigint
    List<Number> counts =
        em.createNativeQuery(
                "select count(*) from outbox_mail o where o.auto_submitted = 'AUTO_REPLIED'"
                    + " and o.created_at > :since group by date_trunc('hour', o.created_at)")
            .setParameter("since", since)
            .getResultList();
    return counts.stream().map(Number::longValue).toList();
  }
}
