package org.tierline.portal.sla;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tierline.sla.BusinessCalendar;
import org.tierline.sla.OpeningHours;

/** Reads a calendar a program sends along with its question. */
final class CalendarQuestion {

  private static final String FIELD = "calendar";
  private static final Set<String> PARTS = Set.of("zone", "hours", "holidays");
  private static final int MOST_HOURS_A_DAY = 24;
  private static final int MOST_HOLIDAYS = 5_000;

  private static final Map<String, DayOfWeek> DAYS = new TreeMap<>();

  static {
    Arrays.stream(DayOfWeek.values()).forEach(day -> DAYS.put(day.name().substring(0, 3), day));
  }

  private CalendarQuestion() {}

  static Optional<BusinessCalendar> read(JsonNode calendar, Complaints complaints) {
    calendar
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!PARTS.contains(name)) {
                complaints.add(FIELD + "." + name, "is not known here");
              }
            });
    Optional<ZoneId> zone =
        complaints.read(
            FIELD + ".zone",
            calendar.path("zone").textValue(),
            "must be a time zone like Europe/Berlin",
            ZoneId::of);
    Map<DayOfWeek, List<OpeningHours>> hours = hours(calendar.path("hours"), complaints);
    Set<LocalDate> holidays = holidays(calendar.path("holidays"), complaints);
    return complaints.isFine()
        ? zone.map(where -> BusinessCalendar.of("you gave", where, hours, holidays))
        : Optional.empty();
  }

  private static Map<DayOfWeek, List<OpeningHours>> hours(JsonNode hours, Complaints complaints) {
    String field = FIELD + ".hours";
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    if (!hours.isObject()) {
      complaints.add(field, "must be given, by weekdays like MON");
      return week;
    }
    hours
        .properties()
        .forEach(
            day -> {
              DayOfWeek weekday = DAYS.get(day.getKey());
              String ofDay = field + "." + day.getKey();
              if (weekday == null) {
                complaints.add(ofDay, "is no weekday; they are MON, TUE, WED, THU, FRI, SAT, SUN");
              } else {
                week.put(weekday, ofDay(ofDay, day.getValue(), complaints));
              }
            });
    if (complaints.isFine() && week.values().stream().allMatch(List::isEmpty)) {
      complaints.add(field, "must open on at least one day");
    }
    return week;
  }

  private static List<OpeningHours> ofDay(String field, JsonNode list, Complaints complaints) {
    if (!list.isArray() || list.size() > MOST_HOURS_A_DAY) {
      complaints.add(field, "must be a list of up to %d openings".formatted(MOST_HOURS_A_DAY));
      return List.of();
    }
    List<OpeningHours> hours = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      complaints
          .read(
              "%s[%d]".formatted(field, i),
              list.get(i).isTextual() ? list.get(i).textValue() : "",
              "must be opening hours like 09:00-12:00, which end after they begin",
              OpeningHours::parse)
          .ifPresent(hours::add);
    }
    return hours;
  }

  private static Set<LocalDate> holidays(JsonNode list, Complaints complaints) {
    String field = FIELD + ".holidays";
    Set<LocalDate> holidays = new HashSet<>();
    if (list.isMissingNode() || list.isNull()) {
      return holidays;
    }
    if (!list.isArray() || list.size() > MOST_HOLIDAYS) {
      complaints.add(field, "must be a list of up to %,d dates".formatted(MOST_HOLIDAYS));
      return holidays;
    }
    for (int i = 0; i < list.size(); i++) {
      complaints
          .read(
              "%s[%d]".formatted(field, i),
              list.get(i).isTextual() ? list.get(i).textValue() : "",
              "must be a date like 2026-12-25",
              LocalDate::parse)
          .ifPresent(holidays::add);
    }
    return holidays;
  }
}
