package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * What we promised a customer for one ticket: something by the end of so much time.
 *
 * @param target what is promised
 * @param duration how much time we have; more than none
 * @param businessTime whether only the time counts in which the calendar is open; otherwise day and
 *     night count
 * @param calendar the name of the calendar, whose opening times are handed to the clock beside this
 * @param from since when the time counts
 * @param rule the rule that promised it, with its version, as people shall read it
 * @param warnBefore how long before the end somebody is warned, in time on the wall; none is a
 *     warning at the end
 */
public record Promise(
    SlaTarget target,
    Duration duration,
    boolean businessTime,
    String calendar,
    Instant from,
    String rule,
    Duration warnBefore) {

  public Promise {
    if (duration.isNegative() || duration.isZero() || warnBefore.isNegative()) {
      throw new IllegalArgumentException(
          "%s promises the %s in %s with a warning %s before"
              .formatted(rule, target.words(), duration, warnBefore));
    }
  }
}
