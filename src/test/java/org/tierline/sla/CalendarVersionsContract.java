package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tierline.sla.Calendars.BERLIN;
import static org.tierline.sla.Calendars.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What keeps the calendars must do; run in memory, on H2 and on PostgreSQL. */
abstract class CalendarVersionsContract {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final String name = "c-" + UUID.randomUUID().toString().substring(0, 8);

  protected abstract <T> T with(Function<CalendarVersions, T> work);

  private void doWith(Consumer<CalendarVersions> work) {
    with(
        versions -> {
          work.accept(versions);
          return true;
        });
  }

  @Test
  void aVersionComesBackAsItWasWritten() {
    var closures = new TreeMap<>(Map.of(LocalDate.parse("2026-12-24"), "Outing; all of us"));
    var rules =
        new CalendarRules(
            BERLIN,
            Map.of(
                DayOfWeek.MONDAY, hours("13:00-17:00", "09:00-12:00"),
                DayOfWeek.SUNDAY, hours("22:00-24:00")),
            "de/by",
            closures);

    doWith(versions -> versions.add(version(1, rules)));

    doWith(
        versions -> {
          assertThat(versions.names()).contains(name);
          CalendarVersion kept = versions.of(name).get(0);
          assertThat(kept.rules()).isEqualTo(rules);
          assertThat(kept.validFrom()).isEqualTo(LocalDate.parse("2026-12-01"));
          assertThat(kept.savedBy()).isEqualTo("lena");
          assertThat(kept.savedAt()).isEqualTo(NOW);
        });
  }

  @Test
  void versionsComeInTheirOrder() {
    doWith(versions -> versions.add(version(1, someRules())));
    doWith(versions -> versions.add(version(2, someRules())));

    doWith(
        versions ->
            assertThat(versions.of(name))
                .extracting(CalendarVersion::number)
                .containsExactly(1, 2));
  }

  @Test
  void nobodyWritesTheSameVersionTwice() {
    doWith(versions -> versions.add(version(1, someRules())));

    assertThatThrownBy(() -> doWith(versions -> versions.add(version(1, someRules()))))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aCalendarNobodyWroteHasNoVersion() {
    doWith(versions -> assertThat(versions.of(name)).isEmpty());
  }

  private static CalendarRules someRules() {
    return new CalendarRules(
        null, Map.of(DayOfWeek.MONDAY, hours("09:00-12:00")), null, new TreeMap<>());
  }

  private CalendarVersion version(int number, CalendarRules rules) {
    return new CalendarVersion(name, number, LocalDate.parse("2026-12-01"), rules, NOW, "lena");
  }
}
