package org.tierline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingWeekTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-02T08:00:00Z | true", // Monday 09:00 in Berlin
        "2026-03-02T07:59:59Z | false",
        "2026-03-02T10:59:59Z | true",
        "2026-03-02T11:00:00Z | false", // lunch
        "2026-03-02T12:00:00Z | true",
        "2026-03-07T12:00:00Z | false", // Saturday
        "2026-03-30T07:00:00Z | true", // the Monday after the clocks went forward
      })
  void shiftsAreHalfOpenInTheWallTimeOfTheirZone(Instant instant, boolean works) {
    WorkingWeek week = WorkingWeek.parse("MON-FRI 09:00-12:00,13:00-17:00");

    assertThat(week.covers(instant, BERLIN)).isEqualTo(works);
  }

  @Test
  void whoNamesNoShiftsWorksAnyTime() {
    assertThat(WorkingWeek.parse(" ").covers(Instant.EPOCH, BERLIN)).isTrue();
    assertThat(WorkingWeek.parse("")).isEqualTo(WorkingWeek.ANY_TIME).hasToString("");
    assertThat(WorkingWeek.ANY_TIME.nextStart(Instant.EPOCH, BERLIN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-02T07:00:00Z | 2026-03-02T08:00:00Z",
        "2026-03-02T08:00:00Z | 2026-03-02T12:00:00Z",
        "2026-03-06T15:00:00Z | 2026-03-09T08:00:00Z",
        "2026-03-27T15:00:00Z | 2026-03-30T07:00:00Z",
      })
  void knowsWhenTheNextShiftBegins(Instant after, Instant start) {
    assertThat(WorkingWeek.parse("MON-FRI 09:00-12:00,13:00-17:00").nextStart(after, BERLIN))
        .contains(start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mon-fri 9:00-17:00                     | MON-FRI 09:00-17:00",
        "SAT 10:00-14:00; MON 22:00-24:00       | MON 22:00-24:00; SAT 10:00-14:00",
        "FRI-MON 08:00-12:00                    | MON 08:00-12:00; FRI-SUN 08:00-12:00",
        "MON 13:00-17:00, 09:00-12:00           | MON 09:00-12:00,13:00-17:00",
        "MON 09:00-12:00; MON-TUE 13:00-17:00   | MON 09:00-12:00,13:00-17:00; TUE 13:00-17:00",
      })
  void readsWhatPeopleWriteAndShowsItInOneForm(String written, String shown) {
    assertThat(WorkingWeek.parse(written)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "always",
        "MON",
        "MON 9-17",
        "MON 17:00-09:00",
        "MON 09:00-09:00",
        "MON 09:00-24:01",
        "MON 09:60-10:00",
        "DAY 09:00-17:00",
        "MON-DAY 09:00-17:00",
        "MON 09:00-12:00,11:00-13:00",
        "MON 09:00-12:00; MON 11:00-13:00"
      })
  void refusesWhatIsNoWeek(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> WorkingWeek.parse(written));
  }

  @Property(tries = 500)
  void whatItShowsIsWhatItReads(
      @ForAll @IntRange(max = 6) int firstDay,
      @ForAll @IntRange(max = 6) int lastDay,
      @ForAll @IntRange(max = 1438) int from,
      @ForAll @IntRange(min = 1, max = 1440) int length) {
    String[] days = {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};
    int to = Math.min(1440, from + length);
    WorkingWeek week =
        WorkingWeek.parse(
            "%s-%s %02d:%02d-%02d:%02d"
                .formatted(days[firstDay], days[lastDay], from / 60, from % 60, to / 60, to % 60));

    assertThat(WorkingWeek.parse(week.toString())).isEqualTo(week);
  }

  @Property(tries = 500)
  void whenTheNextShiftBeginsItIsWorkedAndWasNotBefore(
      @ForAll @IntRange(max = 60 * 24 * 365) int minutes) {
    WorkingWeek week = WorkingWeek.parse("MON-FRI 09:00-12:00,13:00-17:00; SUN 00:00-24:00");
    Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(minutes * 60L);

    Instant start = week.nextStart(now, BERLIN).orElseThrow();

    assertThat(start).isAfter(now);
    assertThat(week.covers(start, BERLIN)).isTrue();
    assertThat(week.covers(start.minusSeconds(1), BERLIN)).isFalse();
  }
}
