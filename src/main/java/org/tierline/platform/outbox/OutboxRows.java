package org.tierline.platform.outbox;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Claims the rows of one outbox table for the calling node alone, for longer than carrying them out
 * can take. A row waits for the earlier ones of its lane.
 */
public final class OutboxRows {

  private static final int CANDIDATES = 10;

  /** Who may have the row: nobody holds it, or who held it is gone. Judged by one clock. */
  private static final String FREE =
      "o.state = 'WAITING' and o.next_attempt_at <= :now"
          + " and (o.leased_until is null or o.leased_until < current_timestamp)";

  private final String table;
  private final String lane;
  private final String which;

  /**
   * @param lane a condition under which an earlier row {@code e} goes before {@code o}
   * @param which a condition on the rows {@code o} to look at, with the parameter {@code :kind};
   *     empty for all
   */
  public OutboxRows(String table, String lane, String which) {
    this.table = table;
    this.lane = lane;
    this.which = which.isEmpty() ? "" : " and " + which;
  }

  /** Takes the next row that is due; its id is its place in the order. */
  public Optional<Long> claim(EntityManager em, Optional<String> kind, Instant now) {
    var due =
        em.createNativeQuery(
                "select o.id from %s o where %s%s and not exists (select 1 from %s e where %s and"
                        .formatted(table, FREE, which, table, lane)
                    + " e.state = 'WAITING' and e.id < o.id) order by o.id fetch first "
                    + CANDIDATES
                    + " rows only")
            .setParameter("now", now);
    kind.ifPresent(name -> due.setParameter("kind", name));
    @SuppressWarnings("unchecked") // ids are bigint
    List<Number> candidates = due.getResultList();
    return candidates.stream().map(Number::longValue).filter(id -> lease(em, id, now)).findFirst();
  }

  /** Of several nodes that try, the database lets one succeed. */
  boolean lease(EntityManager em, long id, Instant now) {
    return em.createNativeQuery(
                "update %s o set attempts = attempts + 1,".formatted(table)
                    + " leased_until = current_timestamp + interval '10' minute where o.id = :id"
                    + " and "
                    + FREE)
            .setParameter("id", id)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }
}
