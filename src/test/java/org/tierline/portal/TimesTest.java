package org.tierline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S,        0 min,     0 min,             0 min",
    "PT5S,        5 s,       5 s,               0 min",
    "PT90S,       1 min,     1 min 30 s,        1 min",
    "PT2H,        2 h,       2 h,               2 h",
    "PT1H30M5S,   1 h 30 min, 1 h 30 min 5 s,   1 h 30 min",
    "PT47H59M,    47 h 59 min, 47 h 59 min,     47 h 59 min",
    "P3DT1H,      73 h,      73 h,              3 days",
    "PT-1H-30M,   1 h 30 min, −1 h 30 min,      0 min",
  })
  void sayHowLongSomethingIs(Duration time, String span, String exact, String age) {
    assertThat(Times.span(time)).isEqualTo(span);
    assertThat(Times.exactSpan(time)).isEqualTo(exact);
    assertThat(Times.age(time)).isEqualTo(age);
  }

  @Test
  void showAMomentOnTheWallOfItsZone() {
    Instant at = Instant.parse("2026-11-23T09:00:00Z");
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    assertThat(Times.moment(at, berlin)).isEqualTo("Mon 23 Nov, 10:00");
    assertThat(Times.dated(at, berlin)).isEqualTo("23 Nov 2026, 10:00");
  }
}
