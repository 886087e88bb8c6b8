package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One line of the sum that explains a due date.
 *
 * @param to the end, which belongs to the next line; the same as {@code from} where a moment is
 *     noted
 * @param what in words, such as {@code paused: waiting for the customer}
 * @param counted how much of the promised time this line used up: its whole length if the clock
 *     ran, else none
 */
public record LedgerLine(Instant from, Instant to, Kind kind, String what, Duration counted) {

  /** What our clock did. */
  public enum Kind {
    /** It ran. */
    RAN,
    /** It stood because the calendar was closed. */
    CLOSED,
    /** It stood because we waited for somebody else. */
    PAUSED,
    /** It stood because the ticket was over, until it was reopened. */
    OVER,
    /** Another promise took the place of the one before. */
    MOVED
  }

  static LedgerLine ran(Interval open) {
    return new LedgerLine(open.from(), open.to(), Kind.RAN, "the clock ran", open.length());
  }

  static LedgerLine closed(Instant from, Instant to, String calendar) {
    return new LedgerLine(
        from, to, Kind.CLOSED, "the calendar %s was closed".formatted(calendar), Duration.ZERO);
  }

  static LedgerLine moved(Instant at, Promise to) {
    return new LedgerLine(
        at,
        at,
        Kind.MOVED,
        "moved by %s: %s in %s of %s time"
            .formatted(
                to.rule(),
                to.target().words(),
                words(to.duration()),
                to.businessTime() ? to.calendar() : "calendar"),
        Duration.ZERO);
  }

  /** ISO 8601 without what only programs read: {@code 1h30m}. */
  private static String words(Duration promised) {
    return promised.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  static String pausedFor(String reason) {
    return "paused: " + reason;
  }

  /**
   * Whether the clock stood for this reason.
   *
   * @param reason one of those of {@link Pause}
   */
  public boolean isPauseFor(String reason) {
    return kind == Kind.PAUSED && what.equals(pausedFor(reason));
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
