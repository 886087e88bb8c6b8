package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time in a ticket's life: {@code from} belongs to it, {@code to} does not. */
public record Interval(Instant from, Instant to) {

  public Interval {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("From %s to %s is no time".formatted(from, to));
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
