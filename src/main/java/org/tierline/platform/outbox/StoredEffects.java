package org.tierline.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tierline.platform.events.Facts;

/** The outbox of all effects but mail, as a table. */
@ApplicationScoped
class StoredEffects implements Effects, FailedDeliveries {

  /** What goes out together at most. */
  private static final int TOGETHER = 50;

  private static final OutboxRows ROWS =
      new OutboxRows("outbox_effect", "e.kind = o.kind and e.target = o.target", "o.kind = :kind");

  private static final String LANE =
      " from OutboxEffect o where o.kind = :kind and o.target = :target"
          + " and o.delivery.state = WAITING";

  @PersistenceContext private EntityManager em;
  private final Facts facts;
  private final Clock clock;

  @Inject
  StoredEffects(Facts facts, Clock clock) {
    this.facts = facts;
    this.clock = clock;
  }

  StoredEffects(EntityManager em, Facts facts, Clock clock) {
    this(facts, clock);
    this.em = em;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected StoredEffects() {
    this(null, null);
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void enqueue(Effect effect) {
    Optional<String> obstacle = obstacle(effect);
    var row = new OutboxEffect(effect, clock.instant());
    em.persist(row);
    facts.announce(new EffectEnqueued());
    obstacle.ifPresent(why -> holdUp(row, why));
  }

  /** Why the one before it does not get on, if it does not. */
  private Optional<String> obstacle(Effect of) {
    return inLane(
            of,
            em.createQuery(
                "select o.delivery.lastError" + LANE + " and o.delivery.lastError is not null",
                String.class))
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * Takes the next effect that is due for the calling node alone.
   *
   * @param together whether those behind it come along once it has been tried in vain
   */
  public List<OutboxEffect> claim(String kind, boolean together) {
    Instant now = clock.instant();
    Optional<OutboxEffect> first = ROWS.claim(em, Optional.of(kind), now).map(this::get);
    List<OutboxEffect> claimed = new ArrayList<>(first.stream().toList());
    if (together && first.isPresent() && first.get().delivery().attempts() > 1) {
      lane(first.get().effect(), "")
          .setMaxResults(TOGETHER)
          .getResultStream()
          .filter(behind -> behind.id() > first.get().id())
          .filter(behind -> ROWS.lease(em, behind.id(), now))
          .forEach(claimed::add);
      claimed.forEach(em::refresh);
    }
    return claimed;
  }

  /** Tells of what waits behind an effect that did not happen, once. */
  public void holdUpLane(Effect of, String why) {
    lane(of, " and o.heldUp = false").getResultList().forEach(row -> holdUp(row, why));
  }

  private void holdUp(OutboxEffect row, String why) {
    if (row.holdUp()) {
      facts.announce(new EffectHeldUp(row.effect(), why));
    }
  }

  private TypedQuery<OutboxEffect> lane(Effect of, String which) {
    return inLane(
        of, em.createQuery("select o" + LANE + which + " order by o.id", OutboxEffect.class));
  }

  private static <T> TypedQuery<T> inLane(Effect of, TypedQuery<T> query) {
    return query.setParameter("kind", of.kind()).setParameter("target", of.target());
  }

  @Override
  public String outbox() {
    return "effect";
  }

  @Override
  @Transactional
  public List<Failed> failed(int most) {
    return em.createQuery(
            "select o from OutboxEffect o where o.delivery.state = FAILED order by o.id",
            OutboxEffect.class)
        .setMaxResults(most)
        .getResultStream()
        .map(StoredEffects::failed)
        .toList();
  }

  private static Failed failed(OutboxEffect row) {
    return new Failed(
        row.id(),
        row.effect().kind(),
        row.effect().ticket(),
        row.effect().target(),
        row.delivery().lastError().orElse("unknown"),
        row.createdAt());
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Failed> retry(long id) {
    Optional<OutboxEffect> row = find(id).filter(it -> it.delivery().tryAgain(clock.instant()));
    row.ifPresent(it -> facts.announce(new EffectEnqueued()));
    return row.map(StoredEffects::failed);
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Failed> giveUp(long id, String by, String why) {
    return find(id).filter(it -> it.delivery().giveUp(by, why)).map(StoredEffects::failed);
  }

  @Override
  @Transactional
  public long expiredSince(Instant since) {
    return em.createQuery(
            "select count(o) from OutboxEffect o where o.delivery.state = EXPIRED"
                + " and o.createdAt > :since",
            Long.class)
        .setParameter("since", since)
        .getSingleResult();
  }

  private Optional<OutboxEffect> find(long id) {
    return Optional.ofNullable(em.find(OutboxEffect.class, id));
  }

  public OutboxEffect get(long id) {
    return find(id).orElseThrow();
  }
}
