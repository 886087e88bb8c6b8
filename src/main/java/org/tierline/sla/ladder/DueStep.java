package org.tierline.sla.ladder;

import java.time.Duration;
import java.time.Instant;
import org.tierline.sla.TargetClock;

/**
 * A step that is still to be taken, and when.
 *
 * @param offset how long after the due instant; negative is before it
 */
public record DueStep(TargetClock clock, LadderStep step, Duration offset, Instant at) {

  static DueStep of(TargetClock clock, LadderStep step) {
    Duration offset = step.offset(clock.status().promise());
    return new DueStep(clock, step, offset, clock.dueAt(offset));
  }

  boolean isDue(Instant now) {
    return !at.isAfter(now);
  }

  boolean isWarning() {
    return offset.isNegative();
  }

  /** It should have warned of what has happened since. */
  boolean isOvertaken(Instant now) {
    return isWarning() && !clock.status().dueAt().isAfter(now);
  }
}
