package org.tierline.ticket;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a ticket has come, and when it was triaged, resolved and closed. */
@Embeddable
class Progress {

  static final int LINK_DAYS_AFTER_CLOSING = 90;

  @Enumerated(EnumType.STRING)
  private TicketStatus status = TicketStatus.NEW;

  private @Nullable Instant triagedAt;

  private @Nullable Instant resolvedAt;

  private @Nullable Instant closedAt;

  private @Nullable UUID mergedInto;

  void triaged(Instant now) {
    triagedAt = now;
  }

  /** It has an owner or waits in a queue. */
  void begin() {
    if (status == TicketStatus.NEW) {
      status = TicketStatus.OPEN;
    }
  }

  /** Work goes on. */
  void workOn() {
    status = TicketStatus.OPEN;
  }

  void waitForCustomer() {
    status = TicketStatus.WAITING_FOR_CUSTOMER;
  }

  void waitForEngineering() {
    status = TicketStatus.WITH_ENGINEERING;
  }

  void resolve(Instant now) {
    status = TicketStatus.RESOLVED;
    resolvedAt = now;
  }

  void reopen() {
    status = TicketStatus.OPEN;
    resolvedAt = null;
    closedAt = null;
  }

  void close(Instant now) {
    status = TicketStatus.CLOSED;
    closedAt = now;
  }

  /** It goes on in another ticket, and is over itself. */
  void goOnIn(TicketId survivor, Instant now) {
    mergedInto = survivor.value();
    if (!status.isFinished()) {
      close(now);
    }
  }

  TicketStatus status() {
    return status;
  }

  /** Whether we still owe the customer a solution. */
  boolean isOwed() {
    return !status.isFinished() && status != TicketStatus.RESOLVED;
  }

  boolean isMerged() {
    return mergedInto != null;
  }

  boolean isStatusLinkValid(Instant now) {
    return closedAt == null
        || now.isBefore(closedAt.plus(Duration.ofDays(LINK_DAYS_AFTER_CLOSING)));
  }

  Optional<Instant> triagedAt() {
    return Optional.ofNullable(triagedAt);
  }

  Optional<Instant> resolvedAt() {
    return Optional.ofNullable(resolvedAt);
  }

  Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  Optional<TicketId> mergedInto() {
    return Optional.ofNullable(mergedInto).map(TicketId::new);
  }
}
