package org.tierline.portal.sla;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tierline.sla.CalendarChange;
import org.tierline.sla.CalendarRules;
import org.tierline.sla.CalendarVersion;
import org.tierline.sla.OpeningHours;

/**
 * What a lead typed about a calendar, and what is wrong with it.
 *
 * @param basedOn the version the lead saw; 0 for a new calendar
 * @param hours what was typed for each weekday, such as {@code 09:00-12:00, 13:00-17:00}
 * @param closures a line for each day off: its date, then why
 */
record CalendarForm(
    String name,
    int basedOn,
    String validFrom,
    String zone,
    String holidays,
    Map<DayOfWeek, String> hours,
    String closures,
    Map<String, String> errors) {

  private static final int MOST_CLOSURES = 400;
  private static final int LONGEST_REASON = 200;
  private static final Pattern BETWEEN_HOURS = Pattern.compile("\\s*[,;]\\s*|\\s+");

  /** An empty form for a calendar that is not there yet. */
  static CalendarForm empty(LocalDate today) {
    Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, day.compareTo(DayOfWeek.FRIDAY) <= 0 ? "09:00-17:00" : "");
    }
    return new CalendarForm("", 0, today.toString(), "", "", week, "", Map.of());
  }

  /** The newest version, to be changed. */
  static CalendarForm of(CalendarVersion newest, LocalDate today) {
    CalendarRules rules = newest.rules();
    Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, words(rules.hours().getOrDefault(day, List.of())));
    }
    LocalDate date = newest.validFrom().isAfter(today) ? newest.validFrom() : today;
    return new CalendarForm(
        newest.calendar(),
        newest.number(),
        date.toString(),
        rules.zone() == null ? "" : rules.zone().getId(),
        rules.holidays() == null ? "" : rules.holidays(),
        week,
        rules.closures().entrySet().stream()
            .map(day -> day.getKey() + " " + day.getValue())
            .collect(joining("\n")),
        Map.of());
  }

  static String words(List<OpeningHours> ofDay) {
    return ofDay.stream().map(OpeningHours::toString).collect(joining(", "));
  }

  /** What it asks for, or the same form with what is wrong with it. */
  record Read(CalendarForm form, @Nullable CalendarChange change) {

    Optional<CalendarChange> isFine() {
      return Optional.ofNullable(change);
    }
  }

  /**
   * @param isRegion whether public holidays are known for a region
   */
  Read read(Predicate<String> isRegion) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!CalendarChange.isName(name)) {
      wrong.put("name", "A name has small letters, digits and hyphens, and begins with a letter.");
    }
    LocalDate date = date(wrong);
    ZoneId where = zone.isEmpty() ? null : zone(wrong);
    if (!holidays.isEmpty() && !isRegion.test(holidays)) {
      wrong.put("holidays", "Please choose one of the list.");
    }
    Map<DayOfWeek, List<OpeningHours>> week = week(wrong);
    SortedMap<LocalDate, String> off = closures(wrong);
    if (wrong.isEmpty() && week.values().stream().allMatch(List::isEmpty)) {
      wrong.put("hours", "The desk has to be open some time.");
    }
    if (!wrong.isEmpty() || date == null) {
      return new Read(with(wrong), null);
    }
    var rules = new CalendarRules(where, week, holidays.isEmpty() ? null : holidays, off);
    return new Read(this, new CalendarChange(name, basedOn, date, rules));
  }

  private @Nullable LocalDate date(Map<String, String> wrong) {
    try {
      return LocalDate.parse(validFrom);
    } catch (DateTimeException e) {
      wrong.put("validFrom", "Please give a date.");
      return null;
    }
  }

  private @Nullable ZoneId zone(Map<String, String> wrong) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      wrong.put("zone", "There is no such time zone; they are written like Europe/Berlin.");
      return null;
    }
  }

  private Map<DayOfWeek, List<OpeningHours>> week(Map<String, String> wrong) {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    hours.forEach(
        (day, typed) -> {
          try {
            week.put(
                day,
                Arrays.stream(BETWEEN_HOURS.split(typed))
                    .filter(word -> !word.isBlank())
                    .map(word -> OpeningHours.parse(word.replace('–', '-')))
                    .toList());
          } catch (IllegalArgumentException e) {
            wrong.put(day.name(), "Opening hours are written like 09:00-12:00, 13:00-17:00.");
          }
        });
    return week;
  }

  private SortedMap<LocalDate, String> closures(Map<String, String> wrong) {
    SortedMap<LocalDate, String> off = new TreeMap<>();
    for (String line : closures.lines().filter(line -> !line.isBlank()).toList()) {
      String[] words = line.strip().split("\\s+", 2);
      String reason = words.length < 2 ? "closed" : words[1];
      try {
        off.put(
            LocalDate.parse(words[0]),
            reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
      } catch (DateTimeException e) {
        wrong.put("closures", "Each line begins with a date like 2026-12-24: " + line);
      }
    }
    if (off.size() > MOST_CLOSURES) {
      wrong.put("closures", "Please keep to %d days.".formatted(MOST_CLOSURES));
    }
    return off;
  }

  /** The same, with what is wrong. */
  CalendarForm with(Map<String, String> wrong) {
    return new CalendarForm(
        name, basedOn, validFrom, zone, holidays, hours, closures, Map.copyOf(wrong));
  }

  /** A field of a weekday. */
  record Day(String code, String name, String value, @Nullable String error) {}

  List<Day> days() {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new Day(
                    day.name(),
                    day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    hours.getOrDefault(day, ""),
                    errors.get(day.name())))
        .toList();
  }

  boolean isNew() {
    return basedOn == 0;
  }

  boolean hasErrors() {
    return !errors.isEmpty();
  }
}
