package org.tierline.sla;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One stretch of a day in which the desk is open, such as {@code 09:00-12:00}, by the clock on the
 * wall. Half-open: at the minute it ends the desk is closed. {@code 24:00} is the end of the day.
 *
 * @param from minutes after midnight, the first that is open
 * @param to minutes after midnight, the first that is closed again; 1440 for {@code 24:00}
 */
public record OpeningHours(int from, int to) {

  /** A day without closing. */
  public static final OpeningHours ALL_DAY = new OpeningHours(0, 24 * 60);

  private static final Pattern TEXT =
      Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:(24):(00)|([01]\\d|2[0-3]):([0-5]\\d))");

  public OpeningHours {
    if (from < 0 || to > 24 * 60 || from >= to) {
      throw new IllegalArgumentException(
          "%s-%s is no part of a day".formatted(clock(from), clock(to)));
    }
  }

  /**
   * Reads {@code 09:00-12:00}.
   *
   * @throws IllegalArgumentException if it reads otherwise, or ends before it begins
   */
  public static OpeningHours parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("Opening hours are written like 09:00-17:30, not " + text);
    }
    int from = minutes(match.group(1), match.group(2));
    int to = match.group(3) != null ? 24 * 60 : minutes(match.group(5), match.group(6));
    return new OpeningHours(from, to);
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  /** The same opening in the order of the day, what overlaps or touches as one. */
  static List<OpeningHours> joined(Collection<OpeningHours> hours) {
    List<OpeningHours> joined = new ArrayList<>();
    hours.stream()
        .sorted(Comparator.comparingInt(OpeningHours::from))
        .forEach(
            next -> {
              int last = joined.size() - 1;
              if (last >= 0 && next.from <= joined.get(last).to) {
                OpeningHours before = joined.get(last);
                joined.set(last, new OpeningHours(before.from, Math.max(before.to, next.to)));
              } else {
                joined.add(next);
              }
            });
    return List.copyOf(joined);
  }

  private static String clock(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  @Override
  public String toString() {
    return clock(from) + "-" + clock(to);
  }
}
