package org.tierline.sla;

import java.time.Duration;

/**
 * What we promise a customer on a plan for a request of a priority.
 *
 * @param name the plan and priority, and the version of the table, as history shall show it
 * @param warnBefore how long before a missed target the agent is warned
 */
public record SlaPolicy(
    String name, Duration firstResponse, Duration resolution, Duration warnBefore) {

  public SlaPolicy {
    if (!isSome(firstResponse) || !isSome(resolution) || warnBefore.isNegative()) {
      throw new IllegalArgumentException(
          "%s promises a response in %s, a resolution in %s, a warning %s before"
              .formatted(name, firstResponse, resolution, warnBefore));
    }
  }

  private static boolean isSome(Duration time) {
    return time.compareTo(Duration.ZERO) > 0;
  }

  Duration target(SlaTarget target) {
    return switch (target) {
      case FIRST_RESPONSE -> firstResponse;
      case RESOLUTION -> resolution;
    };
  }

  /**
   * How long before the end of a target the warning comes: never earlier than half-time, because a
   * warning that comes with the promise itself warns of nothing.
   */
  Duration warnBefore(SlaTarget target) {
    Duration half = target(target).dividedBy(2);
    return warnBefore.compareTo(half) < 0 ? warnBefore : half;
  }
}
