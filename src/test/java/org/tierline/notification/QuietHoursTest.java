package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final QuietHours NIGHT =
      new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN);

  @Test
  void aNightEndsInTheMorningOnTheClockOfTheWall() {
    assertThat(NIGHT.endAt(Instant.parse("2026-11-23T21:00:00Z")))
        .contains(Instant.parse("2026-11-24T06:00:00Z"));
    assertThat(NIGHT.endAt(Instant.parse("2026-11-24T05:59:59Z")))
        .contains(Instant.parse("2026-11-24T06:00:00Z"));
    assertThat(NIGHT.endAt(Instant.parse("2026-11-24T06:00:00Z"))).isEmpty();
    assertThat(NIGHT.endAt(Instant.parse("2026-11-24T12:00:00Z"))).isEmpty();
  }

  @Test
  void theNightTheClocksGoForwardIsAnHourShorter() {
    assertThat(NIGHT.endAt(Instant.parse("2026-03-28T22:00:00Z")))
        .contains(Instant.parse("2026-03-29T05:00:00Z"));
  }

  @Test
  void aMiddayNapStaysOnItsDay() {
    var nap = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), BERLIN);

    assertThat(nap.endAt(Instant.parse("2026-11-23T11:30:00Z")))
        .contains(Instant.parse("2026-11-23T12:00:00Z"));
    assertThat(nap.endAt(Instant.parse("2026-11-23T12:00:00Z"))).isEmpty();
  }

  @Test
  void nobodyIsQuietAlways() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON, BERLIN));
  }

  /** Whoever is told at the end is told outside of the quiet hours. */
  @Property(tries = 2000)
  void peaceEndsWithinADayAndIsOverThen(
      @ForAll("hours") QuietHours quiet,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long at) {
    Instant now = Instant.ofEpochSecond(at);

    Optional<Instant> end = quiet.endAt(now);

    end.ifPresent(
        instant -> {
          assertThat(instant).isAfter(now).isBefore(now.plusSeconds(26 * 3600));
          assertThat(quiet.endAt(instant)).isEmpty();
        });
  }

  @Provide
  Arbitrary<QuietHours> hours() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 24 * 60 - 1).map(m -> LocalTime.ofSecondOfDay(m * 60L));
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
            List.of(
                BERLIN,
                ZoneId.of("America/New_York"),
                ZoneId.of("Asia/Kolkata"),
                ZoneId.of("Australia/Lord_Howe"),
                ZoneId.of("UTC")));
    return Combinators.combine(times, times, zones)
        .filter((from, until, zone) -> !from.equals(until))
        .as(QuietHours::new);
  }
}
