package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/**
 * The next thing we owe the customer of a ticket: the first response while it is neither given nor
 * missed, then the resolution.
 */
record OpenTarget(SlaTarget target, Instant dueAt, Instant warnAt) {

  /**
   * @throws IllegalStateException if nothing was promised yet
   */
  static OpenTarget of(Ticket ticket, SlaPolicy policy) {
    Instant resolutionDue =
        ticket
            .resolutionDueAt()
            .orElseThrow(() -> new IllegalStateException(ticket.number() + " has no promise yet"));
    Optional<Instant> responseDue =
        ticket
            .firstResponseDueAt()
            .filter(due -> ticket.firstRespondedAt().isEmpty())
            .filter(due -> !isMissed(ticket, SlaTarget.FIRST_RESPONSE));
    return responseDue
        .map(due -> of(SlaTarget.FIRST_RESPONSE, due, policy))
        .orElseGet(() -> of(SlaTarget.RESOLUTION, resolutionDue, policy));
  }

  private static OpenTarget of(SlaTarget target, Instant due, SlaPolicy policy) {
    return new OpenTarget(target, due, due.minus(policy.warnBefore(target)));
  }

  /** Whether our clock runs: it stands while the customer or nobody has to act. */
  static boolean isRunning(Ticket ticket) {
    return ticket.status() != TicketStatus.WAITING_FOR_CUSTOMER
        && ticket.status() != TicketStatus.RESOLVED
        && ticket.status() != TicketStatus.CLOSED;
  }

  boolean isNear(Instant now) {
    return !now.isBefore(warnAt);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(dueAt);
  }

  /** What history says when we warn; the same due date is never warned of twice. */
  String warning() {
    return "%s is due at %s".formatted(target.words(), dueAt);
  }

  String miss() {
    return "%s missed, it was due at %s".formatted(target.words(), dueAt);
  }

  boolean isWarned(Ticket ticket) {
    return sincePromise(ticket).stream()
        .anyMatch(
            entry -> entry.kind() == HistoryKind.SLA_WARNED && entry.what().equals(warning()));
  }

  boolean isMissed(Ticket ticket) {
    return isMissed(ticket, target);
  }

  Duration left(Instant now) {
    return Duration.between(now, dueAt);
  }

  private static boolean isMissed(Ticket ticket, SlaTarget target) {
    return sincePromise(ticket).stream()
        .anyMatch(
            entry ->
                entry.kind() == HistoryKind.SLA_BREACHED
                    && entry.what().startsWith(target.words()));
  }

  private static List<HistoryEntry> sincePromise(Ticket ticket) {
    List<HistoryEntry> history = ticket.history();
    int last = 0;
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).kind() == HistoryKind.PROMISED) {
        last = i;
      }
    }
    return history.subList(last, history.size());
  }
}
