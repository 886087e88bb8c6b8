package org.tierline.ticket;

import java.time.Duration;
import java.time.Instant;

/**
 * How long we wait for a customer.
 *
 * @param beforeReminder how long after a question we ask once more
 * @param beforeGivingUp how long after a question no answer counts as solved
 * @param beforeClosing how long after a solution silence counts as consent
 */
public record PatiencePolicy(
    Duration beforeReminder, Duration beforeGivingUp, Duration beforeClosing) {

  public PatiencePolicy {
    demandTime(beforeReminder, "before the reminder");
    demandTime(beforeClosing, "before closing");
    if (beforeGivingUp.compareTo(beforeReminder) <= 0) {
      throw new IllegalArgumentException(
          "We give up after %s, so a reminder after %s is too late"
              .formatted(beforeGivingUp, beforeReminder));
    }
  }

  private static void demandTime(Duration time, String when) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("No time %s: %s".formatted(when, time));
    }
  }

  public Instant remindAt(Instant asked) {
    return asked.plus(beforeReminder);
  }

  public Instant giveUpAt(Instant asked) {
    return asked.plus(beforeGivingUp);
  }

  public Instant closesAt(Instant resolved) {
    return resolved.plus(beforeClosing);
  }
}
