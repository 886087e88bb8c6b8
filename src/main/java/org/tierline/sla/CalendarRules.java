package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a lead writes down about a calendar: where its wall clock hangs, when the desk is open on
 * each weekday, and which days are off.
 *
 * @param zone null for the zone of the desk
 * @param holidays the region whose public holidays are days off, see {@link PublicHolidays}; null
 *     for none
 * @param closures our own days off, each with its reason
 */
public record CalendarRules(
    @Nullable ZoneId zone,
    Map<DayOfWeek, List<OpeningHours>> hours,
    @Nullable String holidays,
    SortedMap<LocalDate, String> closures) {

  /**
   * @throws IllegalArgumentException if the desk never opens
   */
  public CalendarRules {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    hours.forEach((day, some) -> week.put(day, OpeningHours.joined(some)));
    if (week.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("The desk never opens");
    }
    hours = Collections.unmodifiableMap(week);
    closures = Collections.unmodifiableSortedMap(new TreeMap<>(closures));
  }

  /** The calendar these rules make. */
  BusinessCalendar calendar(String name, int version, ZoneId deskZone, PublicHolidays everywhere) {
    Closures own =
        closures.isEmpty() ? Closures.NONE : date -> Optional.ofNullable(closures.get(date));
    Closures all = holidays == null ? own : own.and(everywhere.in(holidays));
    return new BusinessCalendar(name, version, zoneOr(deskZone), hours, all);
  }

  ZoneId zoneOr(ZoneId deskZone) {
    return zone == null ? deskZone : zone;
  }
}
