package org.tierline.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Moments and lengths of time as people read them on our pages. */
public final class Times {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DATED =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private static final int MINUTES_AN_HOUR = 60;
  private static final int HOURS_A_DAY = 24;

  private Times() {}

  /** A moment not far away, such as {@code Mon 23 Nov, 10:00}. */
  public static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  /** A moment of any year, such as {@code 23 Nov 2026, 10:00}. */
  public static String dated(Instant at, ZoneId zone) {
    return DATED.format(at.atZone(zone));
  }

  /** Such as {@code 1 h 30 min}; seconds only if there is nothing else; never a sign. */
  public static String span(Duration span) {
    Duration size = span.abs();
    List<String> parts = hoursAndMinutes(size);
    if (parts.isEmpty()) {
      add(parts, size.toSecondsPart(), "s");
    }
    return joined(parts);
  }

  /** To the second, such as {@code 1 h 30 min 5 s}, with a minus sign if it is too late. */
  public static String exactSpan(Duration span) {
    Duration size = span.abs();
    List<String> parts = hoursAndMinutes(size);
    add(parts, size.toSecondsPart(), "s");
    return (span.isNegative() ? "−" : "") + joined(parts);
  }

  /** How long ago something was, such as {@code 2 h 5 min} or {@code 3 days}. */
  public static String age(Duration age) {
    long minutes = Math.max(0, age.toMinutes());
    long days = minutes / (HOURS_A_DAY * MINUTES_AN_HOUR);
    return days < 2 ? joined(hoursAndMinutes(Duration.ofMinutes(minutes))) : days + " days";
  }

  private static List<String> hoursAndMinutes(Duration size) {
    List<String> parts = new ArrayList<>();
    add(parts, size.toHours(), "h");
    add(parts, size.toMinutesPart(), "min");
    return parts;
  }

  private static void add(List<String> parts, long number, String unit) {
    if (number > 0) {
      parts.add(number + " " + unit);
    }
  }

  private static String joined(List<String> parts) {
    return parts.isEmpty() ? "0 min" : String.join(" ", parts);
  }
}
