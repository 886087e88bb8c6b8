package org.tierline.ticket;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when we count what we promised for a ticket, and until when it has to be done. The customer
 * waits since they first asked, even if that was in another ticket which went on in this one.
 */
@Embeddable
class PromiseClock {

  private Instant createdAt;

  private @Nullable Instant clockFrom;

  private @Nullable Instant responseClockFrom;

  @Embedded private @Nullable DueDates dueDates;

  protected PromiseClock() {} // for JPA

  PromiseClock(Instant opened) {
    this.createdAt = opened;
  }

  void isDue(DueDates dates) {
    this.dueDates = dates;
  }

  boolean isYoungerThan(PromiseClock other) {
    return other.clockFrom().isBefore(clockFrom());
  }

  /** Counts from where another one does. */
  void countFrom(PromiseClock older) {
    clockFrom = older.clockFrom();
  }

  /** Counts the wait for a first answer, too, from where another one does. */
  void countResponseFrom(PromiseClock older) {
    responseClockFrom = older.responseClockFrom();
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant clockFrom() {
    return clockFrom == null ? createdAt : clockFrom;
  }

  Instant responseClockFrom() {
    return responseClockFrom == null ? createdAt : responseClockFrom;
  }

  DueDates dueDates() {
    return dueDates == null ? DueDates.NONE : dueDates;
  }
}
