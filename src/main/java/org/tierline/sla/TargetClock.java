package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clock of one target of a ticket, read at one moment.
 *
 * @param since what started it: the ticket's opening, the customer's message that is not answered
 *     yet, the last the customer heard of us
 */
public record TargetClock(
    SlaTarget target, Instant since, Standing standing, SlaStatus status, Reading reading) {

  /** What the status was derived from. */
  record Reading(Promise promise, OpeningTimes calendar, ClockHistory history, Instant now) {

    SlaStatus status() {
      return SlaStatus.of(promise, calendar, history, now);
    }

    /** The same, had we promised so much more time. */
    Reading longer(Duration more) {
      List<ClockHistory.Change> changes = new ArrayList<>(history.changes());
      if (changes.isEmpty()) {
        return new Reading(longer(promise, more), calendar, history, now);
      }
      ClockHistory.Change last = changes.remove(changes.size() - 1);
      changes.add(
          new ClockHistory.Change(last.at(), longer(last.promise(), more), last.calendar()));
      return new Reading(
          promise,
          calendar,
          new ClockHistory(
              history.opened(),
              history.pauses(),
              changes,
              history.reopenings(),
              history.end().orElse(null)),
          now);
    }

    private static Promise longer(Promise promise, Duration more) {
      return new Promise(
          promise.target(),
          promise.duration().plus(more),
          promise.businessTime(),
          promise.calendar(),
          promise.from(),
          promise.rule(),
          promise.warnBefore());
    }
  }

  static TargetClock of(SlaTarget target, Standing standing, Reading reading) {
    return new TargetClock(target, reading.history().opened(), standing, reading.status(), reading);
  }

  /** When it ended, if it did: answered, solved, or over with the ticket. */
  public Optional<Instant> endedAt() {
    return reading.history().end();
  }

  public boolean isRunning() {
    return standing == Standing.RUNNING;
  }

  /**
   * An instant so long before the due one as a wall clock says, but never before this clock
   * started; or so long after it as this clock itself runs: what is late gets no later while nobody
   * has to act.
   */
  public Instant dueAt(Duration offset) {
    if (offset.isNegative()) {
      Instant before = status.dueAt().plus(offset);
      return before.isBefore(since) ? since : before;
    }
    return offset.isZero() ? status.dueAt() : reading.longer(offset).status().dueAt();
  }
}
