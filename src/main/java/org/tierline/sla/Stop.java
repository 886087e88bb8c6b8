package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A time in which the clock stood although the calendar may have been open. */
record Stop(Instant from, Instant to, LedgerLine.Kind kind, String what) {

  /**
   * All stops of a history, the one that began first in front: where two overlap, it has the word.
   *
   * @param now when a pause without an end is taken to end, as if work went on at once
   */
  static List<Stop> of(ClockHistory history, Instant now) {
    return Stream.concat(
            history.pauses().stream().map(pause -> of(pause, now)),
            history.reopenings().stream().map(Stop::of))
        .sorted(Comparator.comparing(Stop::from))
        .toList();
  }

  private static Stop of(Pause pause, Instant now) {
    Instant open = pause.from().isAfter(now) ? pause.from() : now;
    return new Stop(
        pause.from(),
        pause.end().orElse(open),
        LedgerLine.Kind.PAUSED,
        LedgerLine.pausedFor(pause.reason()));
  }

  private static Stop of(ClockHistory.Reopening reopening) {
    return new Stop(
        reopening.endedAt(), reopening.at(), LedgerLine.Kind.OVER, "over, until it was reopened");
  }

  LedgerLine line(Instant start, Instant end) {
    return new LedgerLine(start, end, kind, what, Duration.ZERO);
  }
}
