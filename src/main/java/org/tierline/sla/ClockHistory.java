package org.tierline.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the clock of one promise: when its ticket was opened, when it stood and why,
 * which other promise took its place, and when it was over. Read from the ticket's history, never
 * stored beside it.
 *
 * @param pauses in any order; they may overlap
 * @param changes in the order in which they took effect
 * @param ended when the promise was fulfilled or became pointless for good; null while it is open
 */
public record ClockHistory(
    Instant opened,
    List<Pause> pauses,
    List<Change> changes,
    List<Reopening> reopenings,
    @Nullable Instant ended) {

  /**
   * Another promise counts from now on: a swapped policy, another priority, a merge, an escalation.
   *
   * @param calendar the opening times of the new promise's calendar
   */
  public record Change(Instant at, Promise promise, OpeningTimes calendar) {}

  /** The ticket was over and came back: the time between counts for nobody. */
  public record Reopening(Instant endedAt, Instant at) {

    public Reopening {
      if (at.isBefore(endedAt)) {
        throw new IllegalArgumentException("Ended at %s, reopened at %s".formatted(endedAt, at));
      }
    }
  }

  public ClockHistory {
    pauses = List.copyOf(pauses);
    changes = changes.stream().sorted(Comparator.comparing(Change::at)).toList();
    reopenings = List.copyOf(reopenings);
  }

  /** Nothing happened but that it was opened. */
  public static ClockHistory openedAt(Instant opened) {
    return new ClockHistory(opened, List.of(), List.of(), List.of(), null);
  }

  public ClockHistory paused(Instant from, @Nullable Instant to, String reason) {
    return new ClockHistory(
        opened, plus(pauses, new Pause(from, to, reason)), changes, reopenings, ended);
  }

  public ClockHistory changed(Instant at, Promise to, OpeningTimes calendar) {
    return new ClockHistory(
        opened, pauses, plus(changes, new Change(at, to, calendar)), reopenings, ended);
  }

  /** Came back at an instant after it had ended at an earlier one. */
  public ClockHistory reopened(Instant endedAt, Instant at) {
    return new ClockHistory(
        opened, pauses, changes, plus(reopenings, new Reopening(endedAt, at)), null);
  }

  public ClockHistory endedAt(Instant at) {
    return new ClockHistory(opened, pauses, changes, reopenings, at);
  }

  /** When it was over, if it is. */
  public Optional<Instant> end() {
    return Optional.ofNullable(ended);
  }

  private static <T> List<T> plus(Collection<T> some, T one) {
    var all = new ArrayList<T>(some);
    all.add(one);
    return all;
  }
}
