package org.tierline.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often and how long something is tried.
 *
 * @param pauses after the first failure, the second and so on; the last one from then on
 * @param most how long after it was written, or a person had it tried once more, it is given up
 */
public record Patience(List<Duration> pauses, Duration most) {

  /** RFC 5321 §4.5.4.1 asks a mail server to try for four to five days. */
  public static final Patience OF_MAIL =
      new Patience(
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(2),
              Duration.ofMinutes(5),
              Duration.ofMinutes(10),
              Duration.ofMinutes(15)),
          Duration.ofDays(5));

  public Patience {
    pauses = List.copyOf(pauses);
  }

  /**
   * When to try again, or empty when it is time to give up.
   *
   * @param attempts how often it was tried, 1 after the first failure
   * @param atLeast how long the other side wants to be left alone
   */
  public Optional<Instant> nextAttempt(int attempts, Instant since, Instant now, Duration atLeast) {
    Duration pause = pauses.get(Math.min(attempts, pauses.size()) - 1);
    Instant end = since.plus(most);
    return now.isBefore(end)
        ? Optional.of(now.plus(pause.compareTo(atLeast) > 0 ? pause : atLeast))
        : Optional.empty();
  }
}
