package org.tierline.ticket;

import java.time.Duration;
import java.time.Instant;

/**
 * How long we wait for a customer.
 *
 * @param beforeReminder how long after a question we ask once more
 * @param beforeLastReminder how long after a question we ask for the last time
 * @param beforeGivingUp how long after a question no answer counts as solved
 * @param beforeClosing how long after a solution silence counts as consent
 */
public record PatiencePolicy(
    Duration beforeReminder,
    Duration beforeLastReminder,
    Duration beforeGivingUp,
    Duration beforeClosing) {

  public PatiencePolicy {
    demandTime(beforeReminder, "before the reminder");
    demandTime(beforeClosing, "before closing");
    if (beforeLastReminder.compareTo(beforeReminder) <= 0) {
      throw new IllegalArgumentException(
          "The last reminder, after %s, does not follow the one after %s"
              .formatted(beforeLastReminder, beforeReminder));
    }
    if (beforeGivingUp.compareTo(beforeLastReminder) <= 0) {
      throw new IllegalArgumentException(
          "We give up after %s, so a reminder after %s is too late"
              .formatted(beforeGivingUp, beforeLastReminder));
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

  public Instant remindAgainAt(Instant asked) {
    return asked.plus(beforeLastReminder);
  }

  public Instant giveUpAt(Instant asked) {
    return asked.plus(beforeGivingUp);
  }

  public Instant closesAt(Instant resolved) {
    return resolved.plus(beforeClosing);
  }
}
