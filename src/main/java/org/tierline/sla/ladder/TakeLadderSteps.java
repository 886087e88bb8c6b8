package org.tierline.sla.ladder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tierline.platform.events.Facts;
import org.tierline.sla.CustomerUpdateDue;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaBreached;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.LeadCalls;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/**
 * Use case: take the steps of a ticket's ladder that are due: tell whom they name, do what they
 * say, write it down. Reckons anew what is due, so whoever calls too early, too late or twice does
 * no harm: every step is taken once. A warning overtaken by what it should have warned of is
 * counted as taken, but nobody is told.
 */
@ApplicationScoped
@Transactional
public class TakeLadderSteps {

  private static final System.Logger LOG = System.getLogger(TakeLadderSteps.class.getName());

  private final Tickets tickets;
  private final ReadDeadlines readDeadlines;
  private final KeepDeadlines keepDeadlines;
  private final TakenSteps takenSteps;
  private final LeadCalls leadCalls;
  private final Facts facts;
  private final Clock clock;

  @Inject
  TakeLadderSteps(
      Tickets tickets,
      ReadDeadlines readDeadlines,
      KeepDeadlines keepDeadlines,
      TakenSteps takenSteps,
      LeadCalls leadCalls,
      Facts facts,
      Clock clock) {
    this.tickets = tickets;
    this.readDeadlines = readDeadlines;
    this.keepDeadlines = keepDeadlines;
    this.takenSteps = takenSteps;
    this.leadCalls = leadCalls;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TakeLadderSteps() {
    this(null, null, null, null, null, null, null);
  }

  /** What is still to be done afterwards; empty if nothing was ever promised. */
  public Optional<Deadlines> take(TicketId id) {
    Ticket ticket = tickets.get(id);
    Instant now = clock.instant();
    readDeadlines.of(ticket).map(Deadlines::steps).orElse(List.of()).stream()
        .filter(step -> step.isDue(now))
        .forEach(step -> take(ticket, step, now));
    return keepDeadlines.keep(id);
  }

  private void take(Ticket ticket, DueStep due, Instant now) {
    takenSteps.add(new TakenStep(ticket.id(), due, now));
    if (due.isOvertaken(now)) {
      return;
    }
    String what = words(due);
    ticket.note(kind(due), Author.DESK, what, why(due.step()), now);
    due.step().actions().stream().sorted().forEach(action -> act(ticket, action, what, now));
    announce(ticket, due, now);
    LOG.log(System.Logger.Level.INFO, "{0} {1}", ticket.number(), what);
  }

  private void act(Ticket ticket, StepAction action, String why, Instant now) {
    switch (action) {
      case NOTIFY -> {
        // telling is all
      }
      case RAISE_PRIORITY -> ticket.changePriority(ticket.priority().raised(), why, now);
      case CALL_LEAD -> leadCalls.call(ticket, why);
    }
  }

  private void announce(Ticket ticket, DueStep due, Instant now) {
    LadderStep step = due.step();
    SlaTarget target = due.clock().target();
    if (target == SlaTarget.CUSTOMER_UPDATE) {
      facts.announce(
          new CustomerUpdateDue(ticket.id(), due.clock().since(), step.name(), step.tell()));
    } else if (due.isWarning()) {
      Duration left = Duration.between(now, due.clock().status().dueAt());
      facts.announce(new SlaBreachNear(ticket.id(), target, left, step.name(), step.tell()));
    } else {
      facts.announce(new SlaBreached(ticket.id(), target, due.offset(), step.name(), step.tell()));
    }
  }

  private static HistoryKind kind(DueStep due) {
    if (due.clock().target() == SlaTarget.CUSTOMER_UPDATE) {
      return HistoryKind.UPDATE_DUE;
    }
    if (due.isWarning()) {
      return HistoryKind.SLA_WARNED;
    }
    return due.offset().isZero() ? HistoryKind.SLA_BREACHED : HistoryKind.SLA_STILL_BREACHED;
  }

  private static String words(DueStep due) {
    String target = due.clock().target().words();
    Instant dueAt = due.clock().status().dueAt();
    if (due.isWarning()) {
      return "%s is due at %s".formatted(target, dueAt);
    }
    return due.offset().isZero()
        ? "%s missed, it was due at %s".formatted(target, dueAt)
        : "%s still missing, it was due at %s".formatted(target, dueAt);
  }

  private static String why(LadderStep step) {
    return "%s at %s: %s; told: %s"
        .formatted(step.rule(), step.name(), words(step.actions()), words(step.tell()));
  }

  private static <E extends Enum<E>> String words(Set<E> some) {
    return some.stream()
        .sorted()
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .reduce((one, other) -> one + ", " + other)
        .orElse("nobody");
  }
}
