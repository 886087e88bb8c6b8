package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clock shows what {@code golden-clock.txt} says, a table people read. */
class GoldenClockTest {

  private static final Map<String, BusinessCalendar> CALENDARS = new HashMap<>();
  private static final List<Case> CASES = new ArrayList<>();

  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d+)h ?)?(?:(\\d+)m ?)?(?:(\\d+)s)?");

  static {
    lines().forEach(GoldenClockTest::read);
  }

  private static List<String> lines() {
    try (InputStream in = GoldenClockTest.class.getResourceAsStream("golden-clock.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(String line) {
    if (line.startsWith("calendar ") && line.contains(" = ")) {
      String[] parts = line.substring("calendar ".length()).split(" = ", 2);
      CALENDARS.put(parts[0], calendar(parts[0], parts[1]));
    } else if (!line.isBlank() && !line.startsWith("#")) {
      CASES.add(new Case(Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()));
    }
  }

  private static BusinessCalendar calendar(String name, String text) {
    String[] parts = text.split("; ", -1);
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    Set<LocalDate> closed = new HashSet<>();
    for (String part : List.of(parts).subList(1, parts.length)) {
      String[] words = part.split(" ", -1);
      List<String> rest = List.of(words).subList(1, words.length);
      if (words[0].equals("closed")) {
        rest.stream().map(LocalDate::parse).forEach(closed::add);
        continue;
      }
      DayOfWeek first = day(words[0].substring(0, 3));
      DayOfWeek last = day(words[0].substring(words[0].length() - 3));
      for (int day = first.getValue(); day <= last.getValue(); day++) {
        week.put(DayOfWeek.of(day), rest.stream().map(OpeningHours::parse).toList());
      }
    }
    return BusinessCalendar.of(name, ZoneId.of(parts[0]), week, closed);
  }

  private static DayOfWeek day(String code) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(code))
        .findFirst()
        .orElseThrow();
  }

  /** One line of the table. */
  private record Case(List<String> cells) {

    String name() {
      return cells.get(0);
    }

    BusinessCalendar calendar() {
      return CALENDARS.get(cells.get(1));
    }

    /** On the wall of the calendar, and the weekday is right. */
    Instant at(String text) {
      String weekday = text.substring(0, 3);
      String iso = text.substring(4).replace(' ', 'T');
      Instant at =
          iso.matches(".*[+-]\\d\\d:\\d\\d")
              ? OffsetDateTime.parse(iso).toInstant()
              : LocalDateTime.parse(iso).atZone(calendar().zone()).toInstant();
      assertThat(at.atZone(calendar().zone()).getDayOfWeek().name())
          .as(text)
          .startsWithIgnoringCase(weekday);
      return at;
    }

    SlaStatus status() {
      Instant opened = at(cells.get(2));
      ClockHistory history = ClockHistory.openedAt(opened);
      if (!cells.get(6).equals("-")) {
        for (String event : cells.get(6).split("; ", -1)) {
          history = with(history, event);
        }
      }
      Promise promise = promise(duration(cells.get(3)), cells.get(4).equals("business"), opened);
      return SlaStatus.of(promise, calendar(), history, at(cells.get(7)));
    }

    private ClockHistory with(ClockHistory history, String event) {
      String[] words = event.split(" ", 2);
      return switch (words[0]) {
        case "pause" -> {
          String[] ends = words[1].split(" \\.\\. ", 2);
          yield history.paused(at(ends[0]), ends[1].equals("open") ? null : at(ends[1]), "waiting");
        }
        case "over" -> {
          String[] ends = words[1].split(" \\.\\. ", 2);
          Instant ended = history.end().orElse(null);
          ClockHistory back = history.reopened(at(ends[0]), at(ends[1]));
          yield ended == null ? back : back.endedAt(ended);
        }
        case "end" -> history.endedAt(at(words[1]));
        case "swap" -> {
          String[] parts = words[1].split(" to ", 2);
          int space = parts[1].lastIndexOf(' ');
          Instant at = at(parts[0]);
          Promise promise =
              promise(duration(parts[1].substring(0, space)), parts[1].endsWith("business"), at);
          yield history.changed(at, promise, calendar());
        }
        default -> throw new IllegalStateException("What is " + event);
      };
    }

    private Promise promise(Duration duration, boolean businessTime, Instant from) {
      return new Promise(
          SlaTarget.RESOLUTION,
          duration,
          businessTime,
          calendar().name(),
          from,
          "the table",
          duration(cells.get(5)));
    }

    static Duration duration(String text) {
      Matcher match = DURATION.matcher(text);
      assertThat(match.matches()).as(text).isTrue();
      return Duration.ofHours(number(match.group(1)))
          .plusMinutes(number(match.group(2)))
          .plusSeconds(number(match.group(3)));
    }

    private static long number(String digits) {
      return digits == null ? 0 : Long.parseLong(digits);
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static Stream<Case> cases() {
    return CASES.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void showsWhatTheTableSays(Case golden) {
    SlaStatus status = golden.status();

    assertSoftly(
        softly -> {
          softly.assertThat(status.dueAt()).as("due").isEqualTo(golden.at(golden.cells.get(8)));
          softly.assertThat(status.warnAt()).as("warn").isEqualTo(golden.at(golden.cells.get(9)));
          softly
              .assertThat(status.consumed())
              .as("used")
              .isEqualTo(Case.duration(golden.cells.get(10)));
          softly
              .assertThat(status.isBreached())
              .as("breached")
              .isEqualTo(golden.cells.get(11).equals("yes"));
        });
  }

  @Test
  void thereAreEnoughCasesAndEachHasANameOfItsOwn() {
    assertThat(CASES).hasSizeGreaterThanOrEqualTo(200);
    assertThat(CASES).extracting(Case::name).doesNotHaveDuplicates();
  }
}
