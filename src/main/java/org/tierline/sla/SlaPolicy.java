package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a contract promises for one kind of request.
 *
 * @param rule the row of the table and the table's version, as history shall show it
 * @param calendar the name of the calendar the promised times are measured by
 * @param businessTime whether only the calendar's opening hours count; otherwise day and night do
 * @param targets how much time we have for each target; what is missing is not promised
 * @param warnBefore how long before a missed target the desk is warned
 * @param ladder the name of the ladder that watches over the targets
 * @param pausesWithEngineering whether the clock stands while engineering works on a defect
 */
public record SlaPolicy(
    String rule,
    String calendar,
    boolean businessTime,
    Map<SlaTarget, Duration> targets,
    Duration warnBefore,
    String ladder,
    boolean pausesWithEngineering) {

  public SlaPolicy {
    if (warnBefore.isNegative() || targets.values().stream().anyMatch(time -> !isSome(time))) {
      throw new IllegalArgumentException(
          "%s promises %s with a warning %s before".formatted(rule, targets, warnBefore));
    }
    if (!targets.containsKey(SlaTarget.FIRST_RESPONSE)
        || !targets.containsKey(SlaTarget.RESOLUTION)) {
      throw new IllegalArgumentException(
          rule + " has to promise a first response and a resolution");
    }
    targets = Map.copyOf(new EnumMap<>(targets));
  }

  private static boolean isSome(Duration time) {
    return time.compareTo(Duration.ZERO) > 0;
  }

  /**
   * The promise of one target, if it is promised at all.
   *
   * @param from since when its time counts
   */
  Optional<Promise> promise(SlaTarget target, Instant from) {
    return Optional.ofNullable(targets.get(target))
        .map(
            time ->
                new Promise(target, time, businessTime, calendar, from, rule, warnBefore(time)));
  }

  /**
   * How long before the end of a target the warning comes: never earlier than half-time, because a
   * warning that comes with the promise itself warns of nothing.
   */
  private Duration warnBefore(Duration time) {
    Duration half = time.dividedBy(2);
    return warnBefore.compareTo(half) < 0 ? warnBefore : half;
  }
}
