package org.tierline.platform.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that was not accepted is tried again after 1, 2, 5, 10 and then every 15 minutes; after
 * five days it is given up (RFC 5321 §4.5.4.1 asks for four to five).
 */
final class RetryPolicy {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15));

  private static final Duration PATIENCE = Duration.ofDays(5);

  private RetryPolicy() {}

  /**
   * @param attempts how often it was tried, 1 after the first failure
   * @return when to try again, or empty when it is time to give up
   */
  static Optional<Instant> nextAttempt(int attempts, Instant enqueuedAt, Instant now) {
    if (!now.isBefore(enqueuedAt.plus(PATIENCE))) {
      return Optional.empty();
    }
    return Optional.of(now.plus(PAUSES.get(Math.min(attempts, PAUSES.size()) - 1)));
  }
}
