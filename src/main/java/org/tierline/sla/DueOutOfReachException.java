package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;

/** A promise so long, or a desk so rarely open, that nobody of us will see its end. */
public class DueOutOfReachException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  static final int YEARS = 100;

  static final Duration HORIZON = Duration.ofDays(YEARS * 365L + YEARS / 4);

  DueOutOfReachException(Duration workingTime, Instant from) {
    super(
        "%s of working time from %s on are not over within %d years"
            .formatted(workingTime, from, YEARS));
  }
}
