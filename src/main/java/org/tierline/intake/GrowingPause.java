package org.tierline.intake;

import java.time.Duration;

/** How long a thing that fails is left alone: twice as long each time, up to a limit. */
record GrowingPause(Duration first, Duration longest) {

  /** Beyond that any pause has reached its limit. */
  private static final int MOST_DOUBLINGS = 20;

  /**
   * @param failures so far in a row, 1 after the first
   */
  Duration after(int failures) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    Duration grown = first.multipliedBy(1L << doublings);
    return grown.compareTo(longest) < 0 ? grown : longest;
  }
}
