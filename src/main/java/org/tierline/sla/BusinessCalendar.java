package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a desk works: some hours of each weekday by the clock on its wall, except on closed days.
 *
 * <p>The desk is open at an instant if and only if the wall clock of its zone then shows a time
 * within the opening hours of a day that is not closed. What daylight saving does follows from
 * that: an hour the wall clock skips is no working time, an hour it shows twice is worked twice,
 * and what really elapses is what counts. Immutable; one version of what analysts may change.
 */
public final class BusinessCalendar implements OpeningTimes {

  private static final long SECONDS_A_DAY = 24L * 60 * 60;

  private final String name;
  private final int version;
  private final ZoneId zone;
  private final Map<DayOfWeek, List<OpeningHours>> hours;
  private final Closures closures;
  private final boolean neverCloses;

  /**
   * A calendar.
   *
   * @param hours the opening of each weekday, in any order; a weekday that is missing is closed.
   *     Hours that overlap or touch are the same as their union
   * @throws IllegalArgumentException if the desk never opens
   */
  public BusinessCalendar(
      String name,
      int version,
      ZoneId zone,
      Map<DayOfWeek, ? extends Collection<OpeningHours>> hours,
      Closures closures) {
    this.name = name;
    this.version = version;
    this.zone = zone;
    this.hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      Collection<OpeningHours> ofDay = hours.get(day);
      this.hours.put(day, ofDay == null ? List.of() : OpeningHours.joined(ofDay));
    }
    this.closures = closures;
    if (this.hours.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("The calendar %s never opens".formatted(name));
    }
    this.neverCloses =
        closures == Closures.NONE
            && this.hours.values().stream().allMatch(List.of(OpeningHours.ALL_DAY)::equals);
  }

  /** A calendar with these closed days, the first version of its name. */
  public static BusinessCalendar of(
      String name,
      ZoneId zone,
      Map<DayOfWeek, ? extends Collection<OpeningHours>> hours,
      Set<LocalDate> closedOn) {
    return new BusinessCalendar(
        name, 1, zone, hours, closedOn.isEmpty() ? Closures.NONE : Closures.on(closedOn));
  }

  /** Day and night, every day of the year. */
  public static BusinessCalendar aroundTheClock(ZoneId zone) {
    var always = new EnumMap<DayOfWeek, List<OpeningHours>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      always.put(day, List.of(OpeningHours.ALL_DAY));
    }
    return of("around-the-clock", zone, always, Set.of());
  }

  @Override
  public List<Interval> openIntervals(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return List.of();
    }
    if (neverCloses) {
      return List.of(new Interval(from, to));
    }
    var open = new Openings();
    ZoneRules rules = zone.getRules();
    Instant start = from;
    // between two changes of the offset the wall clock goes on evenly
    while (start.isBefore(to)) {
      ZoneOffsetTransition change = rules.nextTransition(start);
      Instant end = change == null || change.getInstant().isAfter(to) ? to : change.getInstant();
      addEvenly(open, start, end, rules.getOffset(start));
      start = end;
    }
    return open.all();
  }

  private void addEvenly(Openings open, Instant start, Instant end, ZoneOffset offset) {
    LocalDate last = LocalDateTime.ofInstant(end, offset).toLocalDate();
    for (LocalDate date = LocalDateTime.ofInstant(start, offset).toLocalDate();
        !date.isAfter(last);
        date = date.plusDays(1)) {
      List<OpeningHours> ofDay = hours.getOrDefault(date.getDayOfWeek(), List.of());
      if (ofDay.isEmpty() || closures.reason(date).isPresent()) {
        continue;
      }
      long midnight = date.toEpochDay() * SECONDS_A_DAY - offset.getTotalSeconds();
      for (OpeningHours each : ofDay) {
        open.add(
            later(start, Instant.ofEpochSecond(midnight + each.from() * 60L)),
            earlier(end, Instant.ofEpochSecond(midnight + each.to() * 60L)));
      }
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  public String name() {
    return name;
  }

  public int version() {
    return version;
  }

  public ZoneId zone() {
    return zone;
  }

  /** The opening of a weekday in its order; empty if the desk is closed on it. */
  public List<OpeningHours> hours(DayOfWeek day) {
    return hours.getOrDefault(day, List.of());
  }

  public Closures closures() {
    return closures;
  }

  @Override
  public String toString() {
    return "%s, version %d".formatted(name, version);
  }
}
