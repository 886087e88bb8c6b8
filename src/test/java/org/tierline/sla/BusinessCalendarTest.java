package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tierline.sla.Calendars.BERLIN;
import static org.tierline.sla.Calendars.daily;
import static org.tierline.sla.Calendars.hours;
import static org.tierline.sla.Calendars.weekdays;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

  private static final BusinessCalendar OFFICE = weekdays(BERLIN, "09:00-12:00", "13:00-17:00");

  @Test
  void workStopsAtLunchAndGoesOnAfterIt() {
    assertThat(OFFICE.due(berlin("2026-11-23T10:00"), Duration.ofHours(4)))
        .isEqualTo(berlin("2026-11-23T15:00"));
  }

  @Test
  void whatIsUsedUpAtClosingTimeIsDueAtClosingTime() {
    assertThat(OFFICE.due(berlin("2026-11-23T09:00"), Duration.ofHours(3)))
        .isEqualTo(berlin("2026-11-23T12:00"));
    assertThat(OFFICE.due(berlin("2026-11-23T09:00"), Duration.ofHours(3).plusSeconds(1)))
        .isEqualTo(berlin("2026-11-23T13:00:01"));
    assertThat(OFFICE.due(berlin("2026-11-27T13:00"), Duration.ofHours(4)))
        .isEqualTo(berlin("2026-11-27T17:00"));
  }

  @Test
  void noWorkIsDoneAtOnceEvenAtNight() {
    assertThat(OFFICE.due(berlin("2026-11-23T03:00"), Duration.ZERO))
        .isEqualTo(berlin("2026-11-23T03:00"));
  }

  @Test
  void theWeekendAndAHolidayDoNotCount() {
    BusinessCalendar calendar =
        weekdays(BERLIN, Set.of(LocalDate.parse("2026-12-25")), "09:00-17:00");

    assertThat(calendar.due(berlin("2026-12-24T16:00"), Duration.ofHours(2)))
        .isEqualTo(berlin("2026-12-28T10:00"));
    assertThat(calendar.workingTime(berlin("2026-12-24T00:00"), berlin("2026-12-29T00:00")))
        .isEqualTo(Duration.ofHours(16));
  }

  @Test
  void hoursThatTouchOrOverlapAreOne() {
    BusinessCalendar calendar = weekdays(BERLIN, "12:00-17:00", "09:00-12:00", "11:00-13:00");

    assertThat(calendar.hours(DayOfWeek.MONDAY)).isEqualTo(hours("09:00-17:00"));
    assertThat(calendar.hours(DayOfWeek.SUNDAY)).isEmpty();
  }

  @Test
  void midnightIsNoGapBetweenTwoOpenDays() {
    BusinessCalendar nights = daily(BERLIN, "00:00-06:00", "22:00-24:00");

    assertThat(nights.openIntervals(berlin("2026-11-23T20:00"), berlin("2026-11-24T20:00")))
        .containsExactly(new Interval(berlin("2026-11-23T22:00"), berlin("2026-11-24T06:00")));
  }

  @Test
  void aCalendarThatNeverOpensIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BusinessCalendar.of("never", BERLIN, Map.of(), Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                BusinessCalendar.of(
                    "never", BERLIN, Map.of(DayOfWeek.MONDAY, List.of()), Set.of()));
  }

  @Test
  void dueInTheFarFutureIsFoundAndBeyondItRefused() {
    BusinessCalendar rare =
        BusinessCalendar.of(
            "rare", BERLIN, Map.of(DayOfWeek.MONDAY, hours("09:00-09:01")), Set.of());

    assertThat(OFFICE.due(berlin("2026-11-23T09:00"), Duration.ofHours(35 * 52)))
        .isEqualTo(berlin("2027-11-19T17:00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rare.due(berlin("2026-11-23T09:00"), Duration.ofHours(1000)))
        .isInstanceOf(DueOutOfReachException.class);
  }

  @Nested
  class WhenClocksAreChanged {

    private final BusinessCalendar night = daily(BERLIN, "00:00-06:00");

    @Test
    void anHourTheWallClockSkipsIsNoWorkingTime() {
      // on 29 March 2026 it is 03:00 right after 01:59:59
      assertThat(night.due(berlin("2026-03-29T00:00"), Duration.ofHours(3)))
          .isEqualTo(berlin("2026-03-29T04:00"));
      assertThat(night.workingTime(berlin("2026-03-29T00:00"), berlin("2026-03-29T12:00")))
          .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void anHourItShowsTwiceIsWorkedTwice() {
      // on 25 October 2026 it is 02:00 again right after 02:59:59
      assertThat(night.workingTime(berlin("2026-10-25T00:00"), berlin("2026-10-25T12:00")))
          .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void openingWithinTheSkippedHourBeginsWhenItIsOver() {
      BusinessCalendar calendar = daily(BERLIN, "02:30-04:00");

      assertThat(calendar.openIntervals(berlin("2026-03-29T00:00"), berlin("2026-03-29T12:00")))
          .containsExactly(new Interval(berlin("2026-03-29T03:00"), berlin("2026-03-29T04:00")));
    }

    @Test
    void openingWithinTheRepeatedHourIsInterrupted() {
      BusinessCalendar calendar = daily(BERLIN, "02:30-04:00");

      assertThat(calendar.openIntervals(berlin("2026-10-25T00:00"), berlin("2026-10-25T12:00")))
          .containsExactly(
              new Interval(
                  Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:00:00Z")),
              new Interval(
                  Instant.parse("2026-10-25T01:30:00Z"), Instant.parse("2026-10-25T03:00:00Z")));
    }

    @Test
    void aDayACountrySkipsIsNoWorkingDay() {
      // Samoa went from Thursday 29 to Saturday 31 December 2011
      BusinessCalendar apia = daily(ZoneId.of("Pacific/Apia"), "09:00-17:00");

      assertThat(
              apia.workingTime(
                  Instant.parse("2011-12-29T10:00:00Z"), Instant.parse("2011-12-31T10:00:00Z")))
          .isEqualTo(Duration.ofHours(16));
    }
  }

  private static Instant berlin(String wallClock) {
    return LocalDateTime.parse(wallClock).atZone(BERLIN).toInstant();
  }
}
