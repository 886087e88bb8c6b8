package org.tierline.sla;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a calendar is from a date on. Written once, never changed: a change is the next version. */
@Entity
public class CalendarVersion {

  @Id private UUID id;

  private String calendar;

  private int number;

  private LocalDate validFrom;

  private @Nullable String zone;

  private @Nullable String holidays;

  /** {@code MON 09:00-12:00 13:00-17:00; TUE …} */
  private String hours;

  /** A line for each day off: {@code 2026-12-24 Company outing} */
  private String closures;

  private Instant savedAt;

  private String savedBy;

  protected CalendarVersion() {} // for JPA

  CalendarVersion(
      String calendar,
      int number,
      LocalDate validFrom,
      CalendarRules rules,
      Instant at,
      String by) {
    this.id = UUID.randomUUID();
    this.calendar = calendar;
    this.number = number;
    this.validFrom = validFrom;
    this.zone = rules.zone() == null ? null : rules.zone().getId();
    this.holidays = rules.holidays();
    this.hours =
        rules.hours().entrySet().stream()
            .filter(day -> !day.getValue().isEmpty())
            .map(day -> code(day.getKey()) + " " + words(day.getValue()))
            .collect(joining("; "));
    this.closures =
        rules.closures().entrySet().stream()
            .map(day -> day.getKey() + " " + day.getValue())
            .collect(joining("\n"));
    this.savedAt = at;
    this.savedBy = by;
  }

  private static String code(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  private static DayOfWeek day(String code) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> code(day).equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No weekday " + code));
  }

  private static String words(List<OpeningHours> ofDay) {
    return ofDay.stream().map(OpeningHours::toString).collect(joining(" "));
  }

  public CalendarRules rules() {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    for (String ofDay : hours.split("; ", -1)) {
      String[] words = ofDay.split(" ", -1);
      week.put(day(words[0]), Arrays.stream(words).skip(1).map(OpeningHours::parse).toList());
    }
    SortedMap<LocalDate, String> off = new TreeMap<>();
    closures
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(line -> off.put(LocalDate.parse(line[0]), line[1]));
    return new CalendarRules(zone == null ? null : ZoneId.of(zone), week, holidays, off);
  }

  public String calendar() {
    return calendar;
  }

  /** 1 for the first version of a calendar, without gaps. */
  public int number() {
    return number;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public Instant savedAt() {
    return savedAt;
  }

  public String savedBy() {
    return savedBy;
  }
}
