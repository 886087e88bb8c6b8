package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the clock has to show, found in the simplest way there is: look at the wall at every second
 * and count. Shares nothing with the product, knows only the words of its specification, and is
 * much too slow for it. All instants are seconds of the epoch.
 */
final class SecondBySecond {

  private static final long LONGEST_WAIT = 400L * 24 * 60 * 60;

  /** A calendar; two that say the same are still two. */
  static final class Week {

    private final ZoneId zone;
    private final Map<DayOfWeek, List<int[]>> hours;
    private final Set<LocalDate> off;

    /**
     * @param hours for each weekday pairs of minutes: the first that is open, the first that is not
     */
    Week(ZoneId zone, Map<DayOfWeek, List<int[]>> hours, Set<LocalDate> off) {
      this.zone = zone;
      this.hours = hours;
      this.off = off;
    }

    ZoneId zone() {
      return zone;
    }

    Map<DayOfWeek, List<int[]>> hours() {
      return hours;
    }

    Set<LocalDate> off() {
      return off;
    }

    @Override
    public String toString() {
      var words = new StringBuilder(zone.toString());
      hours.forEach(
          (day, some) -> {
            words.append(' ').append(day);
            some.forEach(each -> words.append(' ').append(Arrays.toString(each)));
          });
      return words.append(" off ").append(off).toString();
    }
  }

  record Target(long seconds, boolean businessTime, Week week) {}

  /**
   * @param to -1 while it lasts
   */
  record Stand(long from, long to) {}

  record Swap(long at, Target target) {}

  /**
   * @param start when the first target begins to count
   * @param ended -1 while it is open
   */
  record Story(
      long start,
      Target target,
      List<Stand> pauses,
      List<Stand> overs,
      List<Swap> swaps,
      long ended,
      long now) {

    long until() {
      boolean isOver = ended >= 0 && ended <= now;
      return isOver ? ended : now;
    }
  }

  record Answer(long due, long consumed, long target, boolean breached) {}

  private final Story story;
  private final long[][] stands;
  private @Nullable Week seenWeek;
  private long seenMinute;
  private boolean seenOpen;

  SecondBySecond(Story story) {
    this.story = story;
    this.stands = new long[story.pauses.size() + story.overs.size()][];
    int count = 0;
    for (Stand pause : story.pauses) {
      stands[count++] = new long[] {pause.from, pause.to >= 0 ? pause.to : story.until()};
    }
    for (Stand over : story.overs) {
      stands[count++] = new long[] {over.from, over.to};
    }
  }

  Answer answer() {
    Target target = story.target;
    long until = story.until();
    long counted = 0;
    long consumed = 0;
    long due = -1;
    for (long second = story.start; ; second++) {
      for (Swap swap : story.swaps) {
        boolean isNow = (swap.at == second) || (swap.at < second && second == story.start);
        if (isNow && swap.at <= until) {
          target = swap.target;
          due = -1;
        }
      }
      if (due < 0 && counted >= target.seconds) {
        due = second;
      }
      if (second == until) {
        consumed = counted;
      }
      if (second >= until && due >= 0) {
        return new Answer(due, consumed, target.seconds, isBreached(due));
      }
      if (second - story.start > LONGEST_WAIT) {
        throw new IllegalStateException("Not due within a year: " + story);
      }
      if (runs(target, second)) {
        counted++;
      }
    }
  }

  private boolean isBreached(long due) {
    boolean isOver = story.ended >= 0 && story.ended <= story.now;
    return isOver ? story.ended > due : story.now >= due;
  }

  /** Whether the clock of a target runs during a second. */
  boolean runs(Target target, long second) {
    for (long[] stand : stands) {
      if (stand[0] <= second && second < stand[1]) {
        return false;
      }
    }
    return !target.businessTime || isOpen(target.week, second);
  }

  /** The calendar is written in minutes, so the seconds of a minute need one look. */
  private boolean isOpen(Week week, long second) {
    long minute = Math.floorDiv(second, 60);
    if (week != seenWeek || minute != seenMinute) {
      seenWeek = week;
      seenMinute = minute;
      seenOpen = lookAtTheWall(week, minute * 60);
    }
    return seenOpen;
  }

  private static boolean lookAtTheWall(Week week, long second) {
    ZonedDateTime wall = Instant.ofEpochSecond(second).atZone(week.zone);
    if (week.off.contains(wall.toLocalDate())) {
      return false;
    }
    int minute = wall.getHour() * 60 + wall.getMinute();
    for (int[] hours : week.hours.getOrDefault(wall.getDayOfWeek(), List.of())) {
      if (hours[0] <= minute && minute < hours[1]) {
        return true;
      }
    }
    return false;
  }
}
