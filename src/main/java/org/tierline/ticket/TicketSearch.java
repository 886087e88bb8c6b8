package org.tierline.ticket;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds what a list of tickets shall show in the database. */
final class TicketSearch {

  /** Behind every due date, and what both databases can compare. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");

  private final EntityManager em;
  private final Set<TicketStatus> running;
  private final CriteriaBuilder cb;
  private final CriteriaQuery<UUID> select;
  private final Root<Ticket> ticket;
  private final List<Predicate> where = new ArrayList<>();

  /**
   * @param running where a promise is kept or missed
   */
  TicketSearch(EntityManager em, Set<TicketStatus> running) {
    this.em = em;
    this.running = running;
    this.cb = em.getCriteriaBuilder();
    this.select = cb.createQuery(UUID.class);
    this.ticket = select.from(Ticket.class);
  }

  /** One page, in its order. */
  List<UUID> find(TicketQuery query) {
    query.status().ifPresent(status -> where.add(cb.equal(status(), status)));
    query.text().ifPresent(text -> where.add(matches(text)));
    addWhose(query.whose());
    if (query.order() == TicketQuery.Order.DUE_FIRST) {
      where.add(status().in(running));
      select.orderBy(cb.asc(nearestDueAt()), cb.desc(ticket.get("number")));
    } else {
      select.orderBy(cb.desc(ticket.get("number")));
    }
    select.select(ticket.get("id")).where(where.toArray(Predicate[]::new));
    return em.createQuery(select)
        .setFirstResult(query.page() * query.pageSize())
        .setMaxResults(query.pageSize())
        .getResultList();
  }

  private Predicate matches(String text) {
    var number = NUMBER.matcher(text.strip());
    if (number.matches()) {
      return cb.equal(ticket.get("number"), Long.valueOf(number.group(1)));
    }
    String words = text.strip().toLowerCase(Locale.ROOT);
    return cb.gt(cb.locate(cb.lower(ticket.get("subject")), words), 0);
  }

  private void addWhose(TicketQuery.Whose whose) {
    Path<Ownership> ownership = ticket.get("ownership");
    whose.team().ifPresent(team -> where.add(cb.equal(ownership.get("team"), team.value())));
    whose.owner().ifPresent(a -> where.add(cb.equal(ownership.get("assignee"), a.value())));
    if (whose.unowned()) {
      where.add(cb.isNull(ownership.get("assignee")));
      where.add(status().in(TicketStatus.NEW, TicketStatus.OPEN));
    }
  }

  private Expression<Instant> nearestDueAt() {
    Path<DueDates> due = ticket.get("clock").get("dueDates");
    Expression<Instant> firstResponse =
        cb.<Instant>selectCase()
            .when(
                cb.isNull(ticket.get("conversation").get("exchange").get("firstRespondedAt")),
                orNever(due.get("firstResponseDueAt")))
            .otherwise(NEVER);
    return cb.function(
        "least",
        Instant.class,
        firstResponse,
        orNever(due.get("nextResponseDueAt")),
        orNever(due.get("resolutionDueAt")));
  }

  private Path<TicketStatus> status() {
    return ticket.get("progress").get("status");
  }

  private Expression<Instant> orNever(Path<Instant> due) {
    return cb.coalesce(due, NEVER);
  }
}
