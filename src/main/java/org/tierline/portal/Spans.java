package org.tierline.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time as people say them. */
public final class Spans {

  private Spans() {}

  /** Such as {@code 1 h 30 min}; seconds only if there is nothing else; never a sign. */
  public static String words(Duration span) {
    Duration size = span.abs();
    List<String> parts = new ArrayList<>();
    add(parts, size.toHours(), "h");
    add(parts, size.toMinutesPart(), "min");
    if (parts.isEmpty()) {
      add(parts, size.toSecondsPart(), "s");
    }
    return parts.isEmpty() ? "0 min" : String.join(" ", parts);
  }

  private static void add(List<String> parts, long number, String unit) {
    if (number > 0) {
      parts.add(number + " " + unit);
    }
  }
}
