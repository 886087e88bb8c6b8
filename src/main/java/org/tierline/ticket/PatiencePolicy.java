package org.tierline.ticket;

import java.time.Duration;
import java.time.Instant;

/**
 * How long we wait for a customer: a reminder after three days, giving up after seven, and silence
 * for three days after a solution counts as consent.
 */
public final class PatiencePolicy {

  private static final Duration BEFORE_REMINDER = Duration.ofDays(3);
  private static final Duration BEFORE_GIVING_UP = Duration.ofDays(7);
  private static final Duration BEFORE_CLOSING = Duration.ofDays(3);

  private PatiencePolicy() {}

  public static Instant remindAt(Instant asked) {
    return asked.plus(BEFORE_REMINDER);
  }

  public static Instant giveUpAt(Instant asked) {
    return asked.plus(BEFORE_GIVING_UP);
  }

  public static Instant closesAt(Instant resolved) {
    return resolved.plus(BEFORE_CLOSING);
  }
}
