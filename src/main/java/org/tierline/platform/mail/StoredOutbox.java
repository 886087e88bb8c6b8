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
import org.tierline.platform.outbox.FailedDeliveries;
import org.tierline.platform.outbox.OutboxRows;

/** The outbox as a table. */
@ApplicationScoped
class StoredOutbox implements Outbox, FailedDeliveries {

  /** A mail waits for the earlier ones to the same person about the same ticket. */
  private static final OutboxRows ROWS =
      new OutboxRows("outbox_mail", "e.ticket_id = o.ticket_id and e.recipient = o.recipient", "");

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

  @Override
  @Transactional
  public List<OutgoingMail> writtenTo(EmailAddress recipient, Instant since, int most) {
    return em.createQuery(
            "select o from OutboxMail o where o.recipient = :recipient and o.createdAt > :since"
                + " order by o.createdAt desc, o.id desc",
            OutboxMail.class)
        .setParameter("recipient", recipient.value())
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultStream()
        .map(OutboxMail::mail)
        .toList();
  }

  /** Takes the next mail that is due for the calling node alone. */
  public Optional<OutboxMail> claim() {
    return ROWS.claim(em, Optional.empty(), clock.instant()).map(this::get);
  }

  public OutboxMail get(long id) {
    return em.getReference(OutboxMail.class, id);
  }

  @Override
  public String outbox() {
    return "mail";
  }

  @Override
  @Transactional
  public List<Failed> failed(int most) {
    return em.createQuery(
            "select o from OutboxMail o where o.delivery.state = FAILED order by o.id",
            OutboxMail.class)
        .setMaxResults(most)
        .getResultStream()
        .map(StoredOutbox::failed)
        .toList();
  }

  private static Failed failed(OutboxMail row) {
    OutgoingMail mail = row.mail();
    return new Failed(
        row.id(),
        "mail",
        mail.ticket(),
        mail.to().value(),
        row.delivery().lastError().orElse("unknown"),
        row.createdAt());
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Failed> retry(long id) {
    Optional<OutboxMail> row = row(id).filter(it -> it.delivery().tryAgain(clock.instant()));
    row.ifPresent(it -> facts.announce(new MailEnqueued()));
    return row.map(StoredOutbox::failed);
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Failed> giveUp(long id, String by, String why) {
    return row(id).filter(it -> it.delivery().giveUp(by, why)).map(StoredOutbox::failed);
  }

  private Optional<OutboxMail> row(long id) {
    return Optional.ofNullable(em.find(OutboxMail.class, id));
  }

  /** A mail is of use whenever it comes. */
  @Override
  public long expiredSince(Instant since) {
    return 0;
  }
}
