package org.tierline.portal.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tierline.sla.CalendarRules;
import org.tierline.sla.CalendarVersion;
import org.tierline.sla.OpeningHours;
import org.tierline.sla.PublicHolidays;

/**
 * A calendar as the pages show it: what holds today, and its versions.
 *
 * @param hours the week in as few lines as possible, such as {@code Mon–Fri 09:00–17:00}
 */
record CalendarView(
    String name,
    String zone,
    List<String> hours,
    @Nullable String holidays,
    List<String> closures,
    boolean hasClosures,
    List<Version> versions) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final int MOST_CLOSURES_SHOWN = 5;
  private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

  /**
   * One version.
   *
   * @param isReplaced a later one took its place before it counted for a day
   */
  record Version(
      int number,
      String validFrom,
      String savedBy,
      boolean isPlanned,
      boolean isNow,
      boolean isReplaced) {}

  static CalendarView of(
      List<CalendarVersion> versions, PublicHolidays regions, ZoneId deskZone, LocalDate today) {
    CalendarVersion now =
        versions.stream()
            .filter(version -> !version.validFrom().isAfter(today))
            .max(Comparator.comparing(CalendarVersion::number))
            .orElse(versions.get(0));
    CalendarRules rules = now.rules();
    List<String> closures =
        rules.closures().tailMap(today).entrySet().stream()
            .limit(MOST_CLOSURES_SHOWN)
            .map(day -> DATE.format(day.getKey()) + " " + day.getValue())
            .toList();
    return new CalendarView(
        now.calendar(),
        rules.zone() == null ? deskZone.getId() + ", the desk's" : rules.zone().getId(),
        week(rules),
        rules.holidays() == null ? null : regions.name(rules.holidays()).orElse(rules.holidays()),
        closures,
        !closures.isEmpty(),
        versions.stream()
            .sorted(Comparator.comparing(CalendarVersion::number).reversed())
            .map(version -> version(version, versions, now, today))
            .toList());
  }

  private static Version version(
      CalendarVersion version, List<CalendarVersion> all, CalendarVersion now, LocalDate today) {
    boolean isReplaced =
        all.stream()
            .anyMatch(
                other ->
                    other.number() > version.number()
                        && !other.validFrom().isAfter(version.validFrom()));
    return new Version(
        version.number(),
        version.validFrom().isAfter(EVER) ? DATE.format(version.validFrom()) : "the beginning",
        version.savedBy(),
        version.validFrom().isAfter(today) && !isReplaced,
        version.number() == now.number(),
        isReplaced);
  }

  private static List<String> week(CalendarRules rules) {
    List<String> lines = new ArrayList<>();
    DayOfWeek first = DayOfWeek.MONDAY;
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean goesOn =
          day != DayOfWeek.SUNDAY && hours(rules, day).equals(hours(rules, day.plus(1)));
      if (!goesOn) {
        if (!hours(rules, day).isEmpty()) {
          lines.add(days(first, day) + " " + words(hours(rules, day)));
        }
        first = day.plus(1);
      }
    }
    return lines;
  }

  private static List<OpeningHours> hours(CalendarRules rules, DayOfWeek day) {
    return rules.hours().getOrDefault(day, List.of());
  }

  private static String days(DayOfWeek first, DayOfWeek last) {
    String from = first.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return first == last ? from : from + "–" + last.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static String words(List<OpeningHours> hours) {
    return hours.equals(List.of(OpeningHours.ALL_DAY))
        ? "around the clock"
        : CalendarForm.words(hours).replace('-', '–');
  }
}
