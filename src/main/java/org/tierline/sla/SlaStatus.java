package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How it stands with one promise at one moment: what is used up, what is left, until when, and the
 * sum that explains it. Derived from the promise, the calendar and what happened; never stored,
 * never patched.
 *
 * <ul>
 *   <li>The clock starts when the promise counts, but not before the ticket was opened. It runs
 *       while the calendar is open, or always if calendar time was promised; it stands from the
 *       first instant of a pause up to, not including, its end, and while the ticket is over before
 *       it is reopened.
 *   <li>What ran stays used up, whatever promise takes the place of the one before: the new one
 *       counts minus that, measured by the calendar that was in force while it ran. Nothing is due
 *       before it was promised: a new promise that is used up already is due at the instant of the
 *       change.
 *   <li>It is due at the first instant at which the promised time is used up. Pauses whose end is
 *       known count wherever they lie; one without an end is taken to end now, so that what we show
 *       is when it would be due if work went on at once.
 *   <li>It is breached if it was not fulfilled by then: at its due instant an open promise is
 *       breached, one fulfilled at that instant is kept.
 * </ul>
 *
 * @param promise the one in force
 * @param warnAt so long before the due instant as the promise says, but never before its clock
 *     started
 * @param consumed the time that ran until now, or until the promise was over
 * @param ledger what the clock did from its start until now or until the promise was over, in order
 *     and without gaps; what its lines count adds up to {@code consumed}
 */
public record SlaStatus(
    Promise promise,
    Instant dueAt,
    Instant warnAt,
    Duration consumed,
    boolean isBreached,
    List<LedgerLine> ledger) {

  /** A promise and since when it is the one in force. */
  private record Phase(Instant since, Promise promise, OpeningTimes opening) {

    static Phase of(Instant since, Promise promise, OpeningTimes calendar) {
      return new Phase(since, promise, promise.businessTime() ? calendar : SlaStatus::dayAndNight);
    }
  }

  /**
   * @param calendar the opening times of the promise's calendar
   * @throws DueOutOfReachException if the promise is longer than anybody can wait
   */
  public static SlaStatus of(
      Promise promise, OpeningTimes calendar, ClockHistory history, Instant now) {
    boolean isOver = history.end().filter(end -> !end.isAfter(now)).isPresent();
    Instant until = isOver ? history.end().orElseThrow() : now;
    Instant start = later(promise.from(), history.opened());
    List<Phase> phases = phases(promise, calendar, history, start, until);
    List<Stop> stops = Stop.of(history, until);

    List<LedgerLine> ledger = new ArrayList<>();
    Duration consumedBefore = Duration.ZERO;
    for (int i = 0; i < phases.size(); i++) {
      Phase phase = phases.get(i);
      consumedBefore = counted(ledger);
      if (i > 0) {
        ledger.add(LedgerLine.moved(phase.since, phase.promise));
      }
      Instant end = i + 1 < phases.size() ? phases.get(i + 1).since : until;
      write(ledger, phase, stops, end);
    }

    Phase current = phases.get(phases.size() - 1);
    Instant due = due(current, stops, current.promise.duration().minus(consumedBefore));
    return new SlaStatus(
        current.promise,
        due,
        later(start, due.minus(current.promise.warnBefore())),
        counted(ledger),
        isOver ? until.isAfter(due) : !now.isBefore(due),
        List.copyOf(ledger));
  }

  private static List<Phase> phases(
      Promise promise, OpeningTimes calendar, ClockHistory history, Instant start, Instant until) {
    List<Phase> phases = new ArrayList<>();
    phases.add(Phase.of(start, promise, calendar));
    history.changes().stream()
        .filter(change -> !change.at().isAfter(until))
        .map(change -> Phase.of(later(start, change.at()), change.promise(), change.calendar()))
        .forEach(phases::add);
    return phases;
  }

  /** What the clock did while a promise was in force. */
  private static void write(List<LedgerLine> ledger, Phase phase, List<Stop> stops, Instant end) {
    Instant written = phase.since;
    for (Stop stop : stops) {
      Instant stands = later(written, stop.from());
      Instant goesOn = earlier(end, stop.to());
      if (stands.isBefore(goesOn)) {
        writeRunning(ledger, phase, written, stands);
        ledger.add(stop.line(stands, goesOn));
        written = goesOn;
      }
    }
    writeRunning(ledger, phase, written, end);
  }

  private static void writeRunning(List<LedgerLine> ledger, Phase phase, Instant from, Instant to) {
    Instant written = from;
    for (Interval open : phase.opening.openIntervals(from, to)) {
      if (written.isBefore(open.from())) {
        ledger.add(LedgerLine.closed(written, open.from(), phase.promise.calendar()));
      }
      ledger.add(LedgerLine.ran(open));
      written = open.to();
    }
    if (written.isBefore(to)) {
      ledger.add(LedgerLine.closed(written, to, phase.promise.calendar()));
    }
  }

  private static Instant due(Phase phase, List<Stop> stops, Duration promised) {
    if (promised.isNegative() || promised.isZero()) {
      return phase.since;
    }
    Duration left = promised;
    Instant counted = phase.since;
    for (Stop stop : stops) {
      Duration runs = phase.opening.workingTime(counted, stop.from());
      if (runs.compareTo(left) >= 0) {
        break;
      }
      left = left.minus(runs);
      counted = later(counted, stop.to());
    }
    return phase.opening.due(counted, left);
  }

  private static Duration counted(List<LedgerLine> ledger) {
    return ledger.stream().map(LedgerLine::counted).reduce(Duration.ZERO, Duration::plus);
  }

  private static List<Interval> dayAndNight(Instant from, Instant to) {
    return from.isBefore(to) ? List.of(new Interval(from, to)) : List.of();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** What is left of the promised time; negative by what was used beyond it. */
  public Duration remaining() {
    return promise.duration().minus(consumed);
  }
}
