package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.sla.Calendars.weekdays;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTimelineTest {

  private static final BusinessCalendar UNTIL_FIVE = weekdays(ZoneOffset.UTC, "09:00-17:00");
  private static final BusinessCalendar UNTIL_TWO = weekdays(ZoneOffset.UTC, "09:00-14:00");
  private static final BusinessCalendar LATE = weekdays(ZoneOffset.UTC, "12:00-20:00");

  private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
  private static final LocalDate THURSDAY = LocalDate.parse("2026-11-26");

  @Test
  void eachVersionTellsOfItsOwnDates() {
    CalendarTimeline timeline =
        timeline(dated("1970-01-01", UNTIL_FIVE), dated(TUESDAY, UNTIL_TWO));

    assertThat(timeline.due(monday("10:00"), Duration.ofHours(7 + 4)))
        .isEqualTo(Instant.parse("2026-11-24T13:00:00Z"));
    assertThat(timeline.due(monday("10:00"), Duration.ofHours(7 + 6)))
        .isEqualTo(Instant.parse("2026-11-25T10:00:00Z"));
  }

  @Test
  void theFirstVersionTellsOfAllDatesBeforeIt() {
    CalendarTimeline timeline = timeline(dated(THURSDAY, UNTIL_FIVE));

    assertThat(timeline.workingTime(monday("00:00"), monday("24:00")))
        .isEqualTo(Duration.ofHours(8));
  }

  @Test
  void aLaterDecisionReplacesWhatWasPlannedForAfterItsDate() {
    CalendarTimeline timeline =
        timeline(dated("1970-01-01", UNTIL_FIVE), dated(THURSDAY, UNTIL_TWO), dated(TUESDAY, LATE));

    assertThat(timeline.at(Instant.parse("2026-11-26T12:00:00Z"))).isSameAs(LATE);
    assertThat(timeline.at(monday("12:00"))).isSameAs(UNTIL_FIVE);
  }

  @Test
  void openingThatGoesOnIntoTheNextVersionIsOne() {
    BusinessCalendar always = BusinessCalendar.aroundTheClock(ZoneOffset.UTC);
    CalendarTimeline timeline = timeline(dated("1970-01-01", always), dated(TUESDAY, always));

    assertThat(timeline.openIntervals(monday("00:00"), Instant.parse("2026-11-27T00:00:00Z")))
        .hasSize(1);
  }

  @Test
  void aMoveToAnotherZoneCountsFromMidnightThere() {
    BusinessCalendar tokyo = weekdays(ZoneId.of("Asia/Tokyo"), "09:00-17:00");
    CalendarTimeline timeline = timeline(dated("1970-01-01", UNTIL_FIVE), dated(TUESDAY, tokyo));

    // Tuesday begins in Tokyo at 15:00 UTC on Monday; the old desk has worked six hours until then
    assertThat(timeline.workingTime(monday("00:00"), Instant.parse("2026-11-24T08:00:00Z")))
        .isEqualTo(Duration.ofHours(6 + 8));
  }

  private static CalendarTimeline timeline(CalendarTimeline.Dated... versions) {
    return new CalendarTimeline("some", List.of(versions));
  }

  private static CalendarTimeline.Dated dated(String from, BusinessCalendar calendar) {
    return dated(LocalDate.parse(from), calendar);
  }

  private static CalendarTimeline.Dated dated(LocalDate from, BusinessCalendar calendar) {
    return new CalendarTimeline.Dated(from, calendar);
  }

  private static Instant monday(String time) {
    return time.equals("24:00")
        ? Instant.parse("2026-11-24T00:00:00Z")
        : Instant.parse("2026-11-23T" + time + ":00Z");
  }
}
