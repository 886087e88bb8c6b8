package org.tierline.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A calendar with all that was changed about it: each version tells when the desk is open on its
 * own dates, from the beginning of its first date by its own wall clock. The first version tells of
 * all dates before it, too.
 */
public final class CalendarTimeline implements OpeningTimes {

  private final String name;
  private final NavigableMap<Instant, BusinessCalendar> versions = new TreeMap<>();

  /** A calendar from a date on. */
  record Dated(LocalDate validFrom, BusinessCalendar calendar) {

    Instant begin() {
      return validFrom.atStartOfDay(calendar.zone()).toInstant();
    }
  }

  /**
   * @param inOrderSaved a version replaces those saved before it from its date on, also one that
   *     was planned for a later date
   */
  CalendarTimeline(String name, List<Dated> inOrderSaved) {
    this.name = name;
    for (Dated each : inOrderSaved) {
      versions.tailMap(each.begin(), true).clear();
      versions.put(versions.isEmpty() ? Instant.MIN : each.begin(), each.calendar);
    }
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("No version of " + name);
    }
  }

  @Override
  public List<Interval> openIntervals(Instant from, Instant to) {
    var open = new Openings();
    for (Instant begin = versions.floorKey(from);
        begin != null && begin.isBefore(to);
        begin = versions.higherKey(begin)) {
      Instant end = versions.higherKey(begin);
      at(begin)
          .openIntervals(
              begin.isAfter(from) ? begin : from, end == null || end.isAfter(to) ? to : end)
          .forEach(interval -> open.add(interval.from(), interval.to()));
    }
    return open.all();
  }

  /** The version that tells of an instant. */
  public BusinessCalendar at(Instant now) {
    return versions.floorEntry(now).getValue();
  }

  /** Where the wall clock hangs that tells the time at an instant. */
  public ZoneId zone(Instant now) {
    return at(now).zone();
  }

  public String name() {
    return name;
  }
}
