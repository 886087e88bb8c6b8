package org.tierline.agent;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An agent's shifts, the same every week, as people write them: {@code MON-FRI
 * 09:00-12:00,13:00-17:00; SAT 10:00-14:00}. Shifts are half-open in the wall time of the agent's
 * zone; one that ends at midnight ends at {@code 24:00}. No shifts at all means any time.
 */
public final class WorkingWeek {

  public static final WorkingWeek ANY_TIME = new WorkingWeek(Map.of());

  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int MAX_LENGTH = 500;

  private static final Pattern DAYS =
      Pattern.compile(
          "(?<first>[A-Z]{3})(?:\\s*-\\s*(?<last>[A-Z]{3}))?\\s+(?<shifts>[0-9:,\\-\\s]+)");
  private static final Pattern SHIFT =
      Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

  /**
   * A stretch of one day.
   *
   * @param from minutes since midnight
   * @param to minutes since midnight, not worked any more
   */
  private record Shift(int from, int to) {

    boolean covers(int minute) {
      return from <= minute && minute < to;
    }

    @Override
    public String toString() {
      return clock(from) + "-" + clock(to);
    }

    private static String clock(int minutes) {
      return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
  }

  private final Map<DayOfWeek, List<Shift>> shifts;

  private WorkingWeek(Map<DayOfWeek, List<Shift>> shifts) {
    this.shifts = shifts;
  }

  /**
   * Reads what a person wrote; nothing is any time.
   *
   * @throws IllegalArgumentException saying what is wrong, for the person who wrote it
   */
  public static WorkingWeek parse(String text) {
    if (text.isBlank()) {
      return ANY_TIME;
    }
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (String part : text.strip().split("\\s*;\\s*", -1)) {
      Matcher days = DAYS.matcher(part.toUpperCase(Locale.ROOT));
      if (!days.matches()) {
        throw new IllegalArgumentException(
            "Not working hours: \"%s\"; write them like MON-FRI 09:00-17:00".formatted(part));
      }
      DayOfWeek day = day(days.group("first"));
      DayOfWeek last = days.group("last") == null ? day : day(days.group("last"));
      List<Shift> ofDay = shifts(days.group("shifts"));
      add(week, day, ofDay);
      while (day != last) {
        day = day.plus(1);
        add(week, day, ofDay);
      }
    }
    WorkingWeek read = new WorkingWeek(week);
    if (read.toString().length() > MAX_LENGTH) {
      throw new IllegalArgumentException("These are more shifts than anybody works");
    }
    return read;
  }

  private static DayOfWeek day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (shortName(day).equals(name)) {
        return day;
      }
    }
    throw new IllegalArgumentException("Not a day: " + name + "; write MON, TUE, WED and so on");
  }

  private static List<Shift> shifts(String text) {
    List<Shift> shifts = new ArrayList<>();
    for (String one : text.strip().split("\\s*,\\s*", -1)) {
      Matcher shift = SHIFT.matcher(one);
      if (!shift.matches()) {
        throw new IllegalArgumentException("Not a shift: \"%s\"; write 09:00-17:00".formatted(one));
      }
      int from = minutes(shift.group(1), shift.group(2));
      int to = minutes(shift.group(3), shift.group(4));
      if (from >= to) {
        throw new IllegalArgumentException(
            "A shift ends after it begins: \"%s\"; one over midnight is two".formatted(one));
      }
      shifts.add(new Shift(from, to));
    }
    return shifts;
  }

  private static int minutes(String hours, String minutes) {
    int sum = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    if (Integer.parseInt(minutes) > 59 || sum > MINUTES_OF_A_DAY) {
      throw new IllegalArgumentException("Not a time of day: " + hours + ":" + minutes);
    }
    return sum;
  }

  private static void add(Map<DayOfWeek, List<Shift>> week, DayOfWeek day, List<Shift> more) {
    List<Shift> all = new ArrayList<>(week.getOrDefault(day, List.of()));
    all.addAll(more);
    all.sort(Comparator.comparingInt(Shift::from));
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).from() < all.get(i - 1).to()) {
        throw new IllegalArgumentException(
            "Two shifts of %s overlap: %s and %s"
                .formatted(shortName(day), all.get(i - 1), all.get(i)));
      }
    }
    week.put(day, List.copyOf(all));
  }

  private static String shortName(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  /** Whether the agent works at this instant. */
  public boolean covers(Instant instant, ZoneId zone) {
    if (shifts.isEmpty()) {
      return true;
    }
    ZonedDateTime local = instant.atZone(zone);
    int minute = local.getHour() * 60 + local.getMinute();
    return shifts.getOrDefault(local.getDayOfWeek(), List.of()).stream()
        .anyMatch(shift -> shift.covers(minute));
  }

  /** When the next shift begins after this instant; empty for somebody without shifts. */
  public Optional<Instant> nextStart(Instant after, ZoneId zone) {
    LocalDate today = after.atZone(zone).toLocalDate();
    for (int i = 0; i <= DAYS_OF_A_WEEK; i++) {
      LocalDate day = today.plusDays(i);
      for (Shift shift : shifts.getOrDefault(day.getDayOfWeek(), List.of())) {
        Instant start =
            day.atTime(LocalTime.ofSecondOfDay(shift.from() * 60L)).atZone(zone).toInstant();
        if (start.isAfter(after)) {
          return Optional.of(start);
        }
      }
    }
    return Optional.empty();
  }

  public boolean isAnyTime() {
    return shifts.isEmpty();
  }

  /** The form people write; days in a row with the same shifts are one part. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    DayOfWeek[] days = DayOfWeek.values();
    int i = 0;
    while (i < days.length) {
      List<Shift> ofDay = shifts.getOrDefault(days[i], List.of());
      int last = i;
      while (last + 1 < days.length
          && ofDay.equals(shifts.getOrDefault(days[last + 1], List.of()))) {
        last++;
      }
      if (!ofDay.isEmpty()) {
        String span = shortName(days[i]) + (last == i ? "" : "-" + shortName(days[last]));
        parts.add(
            span + " " + ofDay.stream().map(Shift::toString).collect(Collectors.joining(",")));
      }
      i = last + 1;
    }
    return String.join("; ", parts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkingWeek week && week.shifts.equals(shifts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shifts);
  }
}
