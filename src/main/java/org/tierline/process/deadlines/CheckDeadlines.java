package org.tierline.process.deadlines;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.events.Facts;
import org.tierline.sla.ladder.Deadlines;
import org.tierline.sla.ladder.DeadlinesMoved;
import org.tierline.sla.ladder.KeepDeadlines;
import org.tierline.sla.ladder.ReadDeadlines;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.Tickets;

/**
 * Compares three tellings of the same dates: what the clocks say, what the ticket shows, and what
 * its timer waits for. They change in one transaction, so whoever sees them differ has found a
 * fault of ours, or a table that was changed since.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class CheckDeadlines {

  /**
   * A ticket whose dates differ, and how.
   *
   * @param mayBeMended whether the desk can; not where a step has failed for good, which a person
   *     has to let go on
   */
  public record Difference(TicketId ticket, String what, boolean mayBeMended) {}

  /**
   * What came of one page.
   *
   * @param last the number of its last ticket; empty if there were no more
   */
  public record Page(int tickets, List<Difference> differences, Optional<Long> last) {}

  private final Tickets tickets;
  private final ReadDeadlines readDeadlines;
  private final KeepDeadlines keepDeadlines;
  private final Facts facts;
  private final DeadlineWatch watch;

  @Resource(lookup = "java:jboss/datasources/TierlineDS")
  private @Nullable DataSource database;

  @Inject
  public CheckDeadlines(
      Tickets tickets,
      ReadDeadlines readDeadlines,
      KeepDeadlines keepDeadlines,
      Facts facts,
      DeadlineWatch watch) {
    this.tickets = tickets;
    this.readDeadlines = readDeadlines;
    this.keepDeadlines = keepDeadlines;
    this.facts = facts;
    this.watch = watch;
  }

  CheckDeadlines(
      Tickets tickets,
      ReadDeadlines readDeadlines,
      KeepDeadlines keepDeadlines,
      Facts facts,
      DeadlineWatch watch,
      DataSource database) {
    this(tickets, readDeadlines, keepDeadlines, facts, watch);
    this.database = database;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CheckDeadlines() {
    this(null, null, null, null, null);
  }

  /** Looks at the open tickets after a number, four queries for all of them. */
  public Page page(long after, int most) {
    List<Ticket> page = tickets.unfinished(after, most);
    return new Page(
        page.size(),
        differences(page),
        page.isEmpty()
            ? Optional.empty()
            : Optional.of(page.get(page.size() - 1).number().value()));
  }

  /** Looks at one ticket again: somebody may have changed it while its page was read. */
  public Optional<Difference> again(TicketId id) {
    return differences(List.of(tickets.get(id))).stream().findFirst();
  }

  /** Lets the ticket show what the clocks say, and its timer, if need be a new one, wait for it. */
  public void repair(TicketId id) {
    Ticket ticket = tickets.get(id);
    keepDeadlines
        .keep(id)
        .ifPresent(
            read -> {
              facts.announce(
                  new DeadlinesMoved(id, ticket.number(), read.nextDueAt(), read.nextStepAt()));
              if (hasLostItsTimer(ticket)) {
                watch.armAnew(ticket.number());
              }
            });
  }

  private boolean hasLostItsTimer(Ticket ticket) {
    ArmedTimers.Armed armed =
        timers()
            .of(List.of(ticket.number()))
            .getOrDefault(ticket.number(), ArmedTimers.Armed.NOTHING);
    return isTimed(ticket) && armed.armedFor().isEmpty() && !armed.isMoving() && !armed.hasFailed();
  }

  private static boolean isTimed(Ticket ticket) {
    return ticket.status() == TicketStatus.OPEN || ticket.status() == TicketStatus.WITH_ENGINEERING;
  }

  private List<Difference> differences(List<Ticket> page) {
    Map<TicketId, Deadlines> reckoned = readDeadlines.of(page);
    var armed = timers().of(page.stream().map(Ticket::number).toList());
    return page.stream()
        .filter(ticket -> reckoned.containsKey(ticket.id()))
        .flatMap(
            ticket ->
                difference(
                    ticket,
                    reckoned.get(ticket.id()),
                    armed.getOrDefault(ticket.number(), ArmedTimers.Armed.NOTHING))
                    .stream())
        .toList();
  }

  private ArmedTimers timers() {
    if (database == null) {
      throw new IllegalStateException("No database to look for timers in");
    }
    return new ArmedTimers(database);
  }

  private static Optional<Difference> difference(
      Ticket ticket, @Nullable Deadlines reckoned, ArmedTimers.Armed armed) {
    if (reckoned == null || armed.isMoving()) {
      return Optional.empty(); // not promised yet, or on its way
    }
    if (armed.hasFailed()) {
      return Optional.of(
          new Difference(ticket.id(), "a step of its work has failed for good", false));
    }
    if (!reckoned.dates().equals(ticket.dueDates())) {
      return Optional.of(
          new Difference(
              ticket.id(),
              "shows %s, the clocks say %s".formatted(ticket.dueDates(), reckoned.dates()),
              true));
    }
    List<Instant> wanted =
        isTimed(ticket) ? List.of(LadderTimers.armedFor(reckoned.nextStepAt())) : List.of();
    return armed.armedFor().equals(wanted)
        ? Optional.empty()
        : Optional.of(
            new Difference(
                ticket.id(),
                "its timers wait for %s, the clocks say %s".formatted(armed.armedFor(), wanted),
                true));
  }
}
