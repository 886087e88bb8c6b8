package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The logs of two real service desks, replayed: for every case the clock breaches exactly where
 * arithmetic on the log's own times says so. The logs do not say which of their activities wait for
 * a customer, so each of them takes its turn.
 */
@EnabledIfSystemProperty(named = "tierline.corpora", matches = ".+")
class ProcessLogEvaluationTest {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private static final BusinessCalendar OFFICE = Calendars.weekdays(ZoneOffset.UTC, "09:00-17:00");

  private static final List<Duration> TARGETS =
      List.of(Duration.ofHours(4), Duration.ofHours(24), Duration.ofHours(40), Duration.ofDays(7));

  private static final String NO_ACTIVITY = "none";

  /** Something was done at an instant; until the next event it was the last thing done. */
  private record Event(String activity, Instant at) {}

  @ParameterizedTest
  @ValueSource(strings = {"helpdesk", "bpi_13_incidents"})
  void breachesAreThoseOfTheLog(String log) throws IOException {
    Map<String, List<Event>> cases = cases(log);
    int replays = 0;
    int breaches = 0;
    for (boolean businessTime : new boolean[] {false, true}) {
      for (Duration target : TARGETS) {
        int late = 0;
        for (String waiting : activities(cases)) {
          for (Map.Entry<String, List<Event>> each : cases.entrySet()) {
            boolean expected = isLate(each.getValue(), waiting, target.toSeconds(), businessTime);
            assertThat(isBreached(each.getValue(), waiting, target, businessTime))
                .as("%s, %s waits, %s, business time %s", each, waiting, target, businessTime)
                .isEqualTo(expected);
            replays++;
            breaches += expected ? 1 : 0;
            late += expected && waiting.equals(NO_ACTIVITY) ? 1 : 0;
          }
        }
        report(log, target, businessTime, late, cases.size());
      }
    }
    System.out.printf(
        Locale.ROOT, "%-17s %,d replays, %,d breaches, all as computed%n", log, replays, breaches);
    assertThat(breaches).isPositive();
  }

  private static void report(
      String log, Duration target, boolean businessTime, int late, int cases) {
    System.out.printf(
        Locale.ROOT,
        "%-17s %6s of %s time: %,d of %,d cases late (%.1f %%)%n",
        log,
        target,
        businessTime ? "office" : "calendar",
        late,
        cases,
        100.0 * late / cases);
  }

  private static boolean isBreached(
      List<Event> events, String waiting, Duration target, boolean businessTime) {
    Instant opened = events.get(0).at;
    Instant ended = events.get(events.size() - 1).at;
    ClockHistory history = ClockHistory.openedAt(opened).endedAt(ended);
    for (int i = 0; i + 1 < events.size(); i++) {
      if (events.get(i).activity.equals(waiting)) {
        history = history.paused(events.get(i).at, events.get(i + 1).at, "waiting");
      }
    }
    Promise promise =
        new Promise(
            SlaTarget.RESOLUTION, target, businessTime, "office", opened, "the log", Duration.ZERO);
    return SlaStatus.of(promise, OFFICE, history, ended.plus(Duration.ofDays(1))).isBreached();
  }

  /** Whether the target was used up before the last second of the case. */
  private static boolean isLate(
      List<Event> events, String waiting, long target, boolean businessTime) {
    long beforeTheEnd = events.get(events.size() - 1).at.getEpochSecond() - 1;
    long used = 0;
    for (int i = 0; i + 1 < events.size(); i++) {
      if (!events.get(i).activity.equals(waiting)) {
        long from = events.get(i).at.getEpochSecond();
        long to = Math.min(events.get(i + 1).at.getEpochSecond(), beforeTheEnd);
        if (from < to) {
          used += businessTime ? officeSeconds(to) - officeSeconds(from) : to - from;
        }
      }
    }
    return used >= target;
  }

  /** Seconds from nine to five on weekdays since Monday, 5 January 1970. */
  private static long officeSeconds(long epochSecond) {
    long seconds = epochSecond - 4 * 86_400L;
    long weekday = Math.floorMod(Math.floorDiv(seconds, 86_400L), 7L);
    long weeks = Math.floorDiv(seconds, 7 * 86_400L);
    long today = Math.min(Math.max(Math.floorMod(seconds, 86_400L) - 9 * 3600L, 0), 8 * 3600L);
    return weeks * 5 * 8 * 3600L + Math.min(weekday, 5) * 8 * 3600L + (weekday < 5 ? today : 0);
  }

  private static List<String> activities(Map<String, List<Event>> cases) {
    Stream<String> found =
        cases.values().stream().flatMap(List::stream).map(Event::activity).distinct().sorted();
    return Stream.concat(Stream.of(NO_ACTIVITY), found).toList();
  }

  private static Map<String, List<Event>> cases(String log) throws IOException {
    Path file =
        Path.of(System.getProperty("tierline.corpora"), "process-logs").resolve(log + ".csv");
    Map<String, List<Event>> cases = new TreeMap<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      Instant at = LocalDateTime.parse(cells[2], TIME).toInstant(ZoneOffset.UTC);
      cases.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(new Event(cells[1], at));
    }
    cases.values().forEach(events -> events.sort(Comparator.comparing(Event::at)));
    return cases;
  }
}
