package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tierline.sla.Calendars.weekdays;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** On Monday, 23 November 2026, in a desk that is open from nine to five. */
class SlaStatusTest {

  private static final BusinessCalendar OFFICE = weekdays(ZoneOffset.UTC, "09:00-17:00");

  private final ClockHistory opened = ClockHistory.openedAt(at("10:00"));

  @Test
  void aTicketOpenedAtTenWithFourHoursIsWarnedOfAtHalfPastOne() {
    SlaStatus status = SlaStatus.of(business(Duration.ofHours(4)), OFFICE, opened, at("11:00"));

    assertThat(status.dueAt()).isEqualTo(at("14:00"));
    assertThat(status.warnAt()).isEqualTo(at("13:30"));
    assertThat(status.consumed()).isEqualTo(Duration.ofHours(1));
    assertThat(status.remaining()).isEqualTo(Duration.ofHours(3));
    assertThat(status.isBreached()).isFalse();
  }

  @Test
  void isBreachedAtItsDueInstantUnlessItIsFulfilledByThen() {
    Promise promise = business(Duration.ofHours(4));

    assertThat(SlaStatus.of(promise, OFFICE, opened, at("13:59:59")).isBreached()).isFalse();
    assertThat(SlaStatus.of(promise, OFFICE, opened, at("14:00")).isBreached()).isTrue();
    assertThat(SlaStatus.of(promise, OFFICE, opened.endedAt(at("14:00")), at("16:00")).isBreached())
        .isFalse();
    assertThat(
            SlaStatus.of(promise, OFFICE, opened.endedAt(at("14:00:01")), at("16:00")).isBreached())
        .isTrue();
  }

  @Test
  void nothingIsUsedBeforeItWasOpened() {
    SlaStatus status = SlaStatus.of(business(Duration.ofHours(4)), OFFICE, opened, at("08:00"));

    assertThat(status.consumed()).isEqualTo(Duration.ZERO);
    assertThat(status.ledger()).isEmpty();
    assertThat(status.dueAt()).isEqualTo(at("14:00"));
  }

  @Test
  void theWarningNeverComesBeforeTheClockStarts() {
    SlaStatus status = SlaStatus.of(business(Duration.ofMinutes(20)), OFFICE, opened, at("10:00"));

    assertThat(status.warnAt()).isEqualTo(at("10:00"));
  }

  @Nested
  class WhileWeWait {

    @Test
    void aPauseMovesTheDueInstantByItsWorkingTime() {
      ClockHistory history = opened.paused(at("11:00"), at("12:30"), "waiting for the customer");

      SlaStatus status = SlaStatus.of(business(Duration.ofHours(4)), OFFICE, history, at("13:00"));

      assertThat(status.dueAt()).isEqualTo(at("15:30"));
      assertThat(status.consumed()).isEqualTo(Duration.ofMinutes(90));
      assertThat(status.ledger())
          .extracting(LedgerLine::kind)
          .containsExactly(LedgerLine.Kind.RAN, LedgerLine.Kind.PAUSED, LedgerLine.Kind.RAN);
    }

    @Test
    void overlappingPausesStopTheClockOnce() {
      ClockHistory history =
          opened
              .paused(at("11:30"), at("12:30"), "waiting for engineering")
              .paused(at("11:00"), at("12:00"), "waiting for the customer");

      SlaStatus status = SlaStatus.of(business(Duration.ofHours(4)), OFFICE, history, at("13:00"));

      assertThat(status.dueAt()).isEqualTo(at("15:30"));
      assertThat(status.ledger())
          .extracting(LedgerLine::what, LedgerLine::to)
          .contains(
              tuple("paused: waiting for the customer", at("12:00")),
              tuple("paused: waiting for engineering", at("12:30")));
    }

    @Test
    void showsWhenItWouldBeDueIfWorkWentOnAtOnce() {
      ClockHistory history = opened.paused(at("11:00"), null, "waiting for the customer");
      Promise promise = business(Duration.ofHours(4));

      assertThat(SlaStatus.of(promise, OFFICE, history, at("12:00")).dueAt())
          .isEqualTo(at("15:00"));
      assertThat(SlaStatus.of(promise, OFFICE, history, at("13:00")).dueAt())
          .isEqualTo(at("16:00"));
    }

    @Test
    void aPauseThatBeginsAtTheDueInstantComesTooLate() {
      ClockHistory history = opened.paused(at("14:00"), null, "waiting for the customer");

      SlaStatus status = SlaStatus.of(business(Duration.ofHours(4)), OFFICE, history, at("15:00"));

      assertThat(status.dueAt()).isEqualTo(at("14:00"));
      assertThat(status.isBreached()).isTrue();
    }
  }

  @Nested
  class WhenThePromiseChanges {

    @Test
    void whatRanStaysUsedUp() {
      ClockHistory history = opened.changed(at("12:00"), business(Duration.ofHours(3)), OFFICE);

      SlaStatus status = SlaStatus.of(business(Duration.ofHours(8)), OFFICE, history, at("12:30"));

      assertThat(status.dueAt()).isEqualTo(at("13:00"));
      assertThat(status.consumed()).isEqualTo(Duration.ofMinutes(150));
      assertThat(status.ledger())
          .extracting(LedgerLine::what)
          .contains("moved by gold, version 7: resolution in 3h of business-hours time");
    }

    @Test
    void nothingIsDueBeforeItWasPromised() {
      ClockHistory history = opened.changed(at("13:00"), business(Duration.ofHours(1)), OFFICE);

      SlaStatus status = SlaStatus.of(business(Duration.ofHours(8)), OFFICE, history, at("13:00"));

      assertThat(status.dueAt()).isEqualTo(at("13:00"));
      assertThat(status.isBreached()).isTrue();
    }

    @Test
    void theNightCountsOnlyOnceDayAndNightArePromised() {
      Instant midnight = Instant.parse("2026-11-24T00:00:00Z");
      ClockHistory history = opened.changed(midnight, dayAndNight(Duration.ofHours(10)), OFFICE);

      SlaStatus status =
          SlaStatus.of(business(Duration.ofHours(8)), OFFICE, history, midnight.plusSeconds(3600));

      assertThat(status.consumed()).isEqualTo(Duration.ofHours(8));
      assertThat(status.dueAt()).isEqualTo(midnight.plus(Duration.ofHours(3)));
    }
  }

  @Test
  void aTicketThatComesBackGoesOnWithWhatIsLeft() {
    ClockHistory history = opened.reopened(at("11:00"), at("15:00"));

    SlaStatus status = SlaStatus.of(business(Duration.ofHours(4)), OFFICE, history, at("15:30"));

    assertThat(status.consumed()).isEqualTo(Duration.ofMinutes(90));
    assertThat(status.dueAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
  }

  private static Promise business(Duration duration) {
    return new Promise(
        SlaTarget.RESOLUTION,
        duration,
        true,
        "business-hours",
        at("10:00"),
        "gold, version 7",
        Duration.ofMinutes(30));
  }

  private static Promise dayAndNight(Duration duration) {
    return new Promise(
        SlaTarget.RESOLUTION,
        duration,
        false,
        "around-the-clock",
        at("10:00"),
        "gold, version 8",
        Duration.ofMinutes(30));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-23T" + (time.length() == 5 ? time + ":00" : time) + "Z");
  }
}
