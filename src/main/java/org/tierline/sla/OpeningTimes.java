package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the desk is open, and what follows from it: how much working time lies between two instants,
 * and when so much working time will be over.
 */
public interface OpeningTimes {

  /**
   * When the desk is open within a period: in order, without overlap, what touches as one, cut to
   * the period. Empty if {@code to} is not after {@code from}.
   */
  List<Interval> openIntervals(Instant from, Instant to);

  /** The time the desk is open from {@code from} up to, not including, {@code to}. */
  default Duration workingTime(Instant from, Instant to) {
    return openIntervals(from, to).stream()
        .map(Interval::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The first instant at which so much working time has passed. Working time used up exactly when
   * the desk closes is over at that instant, not at the next opening; no working time at all is
   * over at once, even while the desk is closed.
   *
   * @throws IllegalArgumentException if the working time is negative
   * @throws DueOutOfReachException if it takes more than {@value DueOutOfReachException#YEARS}
   *     years
   */
  default Instant due(Instant from, Duration workingTime) {
    if (workingTime.isNegative()) {
      throw new IllegalArgumentException("Working time cannot be negative: " + workingTime);
    }
    if (workingTime.isZero()) {
      return from;
    }
    Instant horizon = from.plus(DueOutOfReachException.HORIZON);
    Duration left = workingTime;
    Duration look = Duration.ofDays(8);
    Instant seen = from;
    while (seen.isBefore(horizon)) {
      Instant until = seen.plus(look);
      for (Interval open : openIntervals(seen, until)) {
        if (open.length().compareTo(left) >= 0) {
          return open.from().plus(left);
        }
        left = left.minus(open.length());
      }
      seen = until;
      look = look.compareTo(Duration.ofDays(512)) < 0 ? look.multipliedBy(2) : look;
    }
    throw new DueOutOfReachException(workingTime, from);
  }
}
