package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tierline.sla.SecondBySecond.Stand;
import org.tierline.sla.SecondBySecond.Story;
import org.tierline.sla.SecondBySecond.Swap;
import org.tierline.sla.SecondBySecond.Target;
import org.tierline.sla.SecondBySecond.Week;

/** Makes up histories of tickets where clocks are most likely to go wrong. */
final class RandomStories {

  private static final long DAY = 24L * 60 * 60;

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Kolkata"),
          // half an hour of daylight saving
          ZoneId.of("Australia/Lord_Howe"),
          // went over the date line
          ZoneId.of("Pacific/Apia"),
          // changed its clocks a minute after midnight
          ZoneId.of("America/St_Johns"),
          // change their clocks at midnight
          ZoneId.of("America/Havana"),
          ZoneId.of("America/Sao_Paulo"),
          // two hours of daylight saving
          ZoneId.of("Antarctica/Troll"),
          ZoneId.of("Pacific/Chatham"),
          ZoneId.of("Africa/Casablanca"),
          ZoneId.of("UTC"));

  private final Random random;

  RandomStories(Random random) {
    this.random = random;
  }

  Story next() {
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    long start = start(zone);
    Week week = week(zone, start);
    long now = start - DAY / 8 + between(0, 3 * DAY);
    List<Stand> pauses = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      pauses.add(pause(start, pauses));
    }
    List<Stand> overs = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      long from = start + between(0, DAY);
      overs.add(new Stand(from, from + between(0, DAY)));
    }
    List<Swap> swaps = new ArrayList<>();
    long at = start - DAY / 16;
    for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) {
      at += between(0, DAY);
      swaps.add(new Swap(at, target(random.nextInt(3) == 0 ? week(zone, start) : week)));
    }
    long ended = random.nextInt(3) == 0 ? start + between(0, 2 * DAY) : -1;
    return new Story(start, target(week), pauses, overs, swaps, ended, now);
  }

  /** Mostly a day or so before the clocks are changed, a leap day or the day Samoa skipped. */
  private long start(ZoneId zone) {
    long any =
        between(LocalDate.of(2005, 1, 1).toEpochDay(), LocalDate.of(2028, 1, 1).toEpochDay());
    long day =
        switch (random.nextInt(6)) {
          case 0 -> any;
          case 1 -> LocalDate.of(2004 + 4 * random.nextInt(7), 2, 28).toEpochDay();
          case 2 -> LocalDate.of(2011, 12, 29).toEpochDay();
          default -> nextChange(zone, any) - 1;
        };
    return day * DAY + between(-DAY / 2, DAY);
  }

  private static long nextChange(ZoneId zone, long day) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochSecond(day * DAY));
    return change == null ? day : change.toEpochSecond() / DAY;
  }

  private Week week(ZoneId zone, long start) {
    Map<DayOfWeek, List<int[]>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(day, random.nextInt(6) == 0 ? List.of() : hoursOfADay());
    }
    hours.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(new int[] {0, 1440}));
    Set<LocalDate> off = new HashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      off.add(LocalDate.ofEpochDay(start / DAY + random.nextInt(4)));
    }
    return new Week(zone, hours, off);
  }

  private List<int[]> hoursOfADay() {
    return switch (random.nextInt(5)) {
      case 0 -> List.of(new int[] {0, 1440});
      case 1 -> List.of(new int[] {1320, 1440}, new int[] {0, 360});
      case 2 -> List.of(new int[] {540, 720}, new int[] {780, 1020});
      default -> {
        List<int[]> some = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
          int from = random.nextInt(1440);
          some.add(new int[] {from, from + 1 + random.nextInt(1440 - from)});
        }
        yield some;
      }
    };
  }

  private Target target(Week week) {
    long seconds =
        switch (random.nextInt(3)) {
          case 0 -> 1 + random.nextInt(3600);
          case 1 -> 3600L * (1 + random.nextInt(12));
          default -> 1 + random.nextInt((int) DAY);
        };
    return new Target(seconds, random.nextInt(5) > 0, week);
  }

  /** Often one that touches or overlaps the one before. */
  private Stand pause(long start, List<Stand> before) {
    long from = start + between(-DAY / 8, 2 * DAY);
    if (!before.isEmpty() && random.nextBoolean()) {
      Stand last = before.get(before.size() - 1);
      from = last.to() < 0 || random.nextBoolean() ? last.from() : last.to();
    }
    return new Stand(from, random.nextInt(6) == 0 ? -1 : from + between(0, DAY));
  }

  private long between(long from, long to) {
    long any = from + (long) (random.nextDouble() * (to - from));
    // every other time a whole hour, so that things happen in the same second
    return random.nextBoolean() ? any : Math.floorDiv(any, 3600) * 3600;
  }
}
