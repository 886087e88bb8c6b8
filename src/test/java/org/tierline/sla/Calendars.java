package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calendars for tests, as short as one would say them. */
final class Calendars {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private Calendars() {}

  /** Monday to Friday. */
  static BusinessCalendar weekdays(ZoneId zone, String... hours) {
    return BusinessCalendar.of("business-hours", zone, weekdays(hours), Set.of());
  }

  /** Monday to Friday except on some dates. */
  static BusinessCalendar weekdays(ZoneId zone, Set<LocalDate> closedOn, String... hours) {
    return BusinessCalendar.of("business-hours", zone, weekdays(hours), closedOn);
  }

  static BusinessCalendar daily(ZoneId zone, String... hours) {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, hours(hours)));
    return BusinessCalendar.of("daily", zone, week, Set.of());
  }

  private static Map<DayOfWeek, List<OpeningHours>> weekdays(String... hours) {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    Arrays.stream(DayOfWeek.values())
        .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
        .forEach(day -> week.put(day, hours(hours)));
    return week;
  }

  static List<OpeningHours> hours(String... hours) {
    return Arrays.stream(hours).map(OpeningHours::parse).toList();
  }
}
