package org.tierline.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tierline.platform.events.Facts;

/** The outbox as a table. */
@ApplicationScoped
class StoredOutbox implements Outbox {

  private static final int CANDIDATES = 10;

  /** Who may have the row: nobody holds it, or who held it is gone. Judged by one clock. */
  private static final String FREE =
      "o.state = 'WAITING' and o.next_attempt_at <= :now"
          + " and (o.leased_until is null or o.leased_until < current_timestamp)";

  @PersistenceContext private EntityManager em;
  private final Facts facts;
  private final Clock clock;

  @Inject
  StoredOutbox(Facts facts, Clock clock) {
    this.facts = facts;
    this.clock = clock;
  }

  StoredOutbox(EntityManager em, Facts facts, Clock clock) {
    this(facts, clock);
    this.em = em;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected StoredOutbox() {
    this(null, null);
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void enqueue(OutgoingMail mail) {
    em.persist(new OutboxMail(mail, clock.instant()));
    facts.announce(new MailEnqueued());
  }

  @Override
  @Transactional
  public Optional<OutgoingMail> find(MailId id) {
    return em.createQuery("select o from OutboxMail o where o.messageId = :id", OutboxMail.class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .map(OutboxMail::mail);
  }

  /**
   * Takes the next mail that is due for the calling node alone, for longer than sending can take. A
   * mail waits for the earlier ones to the same person about the same ticket.
   */
  public Optional<OutboxMail> claim() {
    Instant now = clock.instant();
    @SuppressWarnings("unchecked") // ids are bigint
    List<Number> candidates =
        em.createNativeQuery(
                "select o.id from outbox_mail o where "
                    + FREE
                    + " and not exists (select 1 from outbox_mail e where e.ticket_id = o.ticket_id"
                    + " and e.recipient = o.recipient and e.state = 'WAITING' and e.id < o.id)"
                    + " order by o.id fetch first "
                    + CANDIDATES
                    + " rows only")
            .setParameter("now", now)
            .getResultList();
    return candidates.stream()
        .map(Number::longValue)
        .filter(id -> lease(id, now))
        .findFirst()
        .map(this::get);
  }

  /** Of several nodes that try, the database lets one succeed. */
  private boolean lease(long id, Instant now) {
    return em.createNativeQuery(
                "update outbox_mail o set attempts = attempts + 1,"
                    + " leased_until = current_timestamp + interval '10' minute where o.id = :id"
                    + " and "
                    + FREE)
            .setParameter("id", id)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  public OutboxMail get(long id) {
    return em.getReference(OutboxMail.class, id);
  }
}
