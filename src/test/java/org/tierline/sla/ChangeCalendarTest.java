package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.sla.Calendars.hours;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.ticket.TicketNumber;

class ChangeCalendarTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneOffset.UTC);

  private static final LocalDate CHRISTMAS_EVE = LocalDate.parse("2026-12-24");

  private final TestClock clock = new TestClock();
  private final Instant now = clock.instant();
  private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
  private final CalendarVersionsInMemory versions = new CalendarVersionsInMemory();
  private final PublicHolidays holidays = new PublicHolidays();
  private final RecordedFacts facts = new RecordedFacts();
  private final List<RunningClock> running = new ArrayList<>();
  private final ChangeCalendar changeCalendar =
      new ChangeCalendar(
          versions, holidays, List.<RunningClocks>of(this::countingBy), DESK, facts, clock);

  @Test
  void aChangeCountsFromItsDate() throws Exception {
    changeCalendar.save(change(0, today, rules("09:00-17:00")), "lena");
    changeCalendar.save(change(1, today.plusDays(7), rules("09:00-12:00")), "lena");

    CalendarTimeline office =
        new StoredCalendars(versions, holidays, DESK).find("office").orElseThrow();

    assertThat(office.at(at(today.plusDays(6))).version()).isEqualTo(1);
    assertThat(office.at(at(today.plusDays(7))).version()).isEqualTo(2);
    assertThat(facts.ofType(CalendarChanged.class))
        .containsExactly(new CalendarChanged("office", 1), new CalendarChanged("office", 2));
  }

  @Test
  void saysWhichTicketsItMovesBeforeAnythingIsStored() throws Exception {
    changeCalendar.save(change(0, today, rules("00:00-24:00")), "lena");
    running.add(clock(5001, Duration.ofHours(1)));
    running.add(clock(5002, Duration.ofHours(100)));
    running.add(clock(5003, Duration.ofHours(50)));

    CalendarImpact impact =
        changeCalendar.preview(change(1, today.plusDays(1), rules("09:00-12:00")));

    assertThat(impact.running()).isEqualTo(3);
    assertThat(impact.moved()).isEqualTo(2);
    assertThat(impact.next())
        .extracting(CalendarImpact.Move::ticket)
        .containsExactly(new TicketNumber(5003), new TicketNumber(5002));
    assertThat(impact.next()).allMatch(move -> move.after().isAfter(move.before()));
    assertThat(versions.of("office")).hasSize(1);
  }

  @Test
  void aTicketWithTwoClocksIsOneTicket() throws Exception {
    changeCalendar.save(change(0, today, rules("00:00-24:00")), "lena");
    running.add(clock(5001, Duration.ofHours(50)));
    running.add(clock(5001, Duration.ofHours(100)));
    running.add(clock(5002, Duration.ofHours(1)));

    CalendarImpact impact =
        changeCalendar.preview(change(1, today.plusDays(1), rules("09:00-12:00")));

    assertThat(impact.running()).isEqualTo(2);
    assertThat(impact.moved()).isEqualTo(1);
    assertThat(impact.dates()).isEqualTo(2);
  }

  @Test
  void looksAtAllTicketsHoweverMany() throws Exception {
    changeCalendar.save(change(0, today, rules("00:00-24:00")), "lena");
    for (int i = 1; i <= 1_201; i++) {
      running.add(clock(i, Duration.ofHours(50)));
    }

    CalendarImpact impact =
        changeCalendar.preview(change(1, today.plusDays(1), rules("09:00-12:00")));

    assertThat(impact.running()).isEqualTo(1_201);
    assertThat(impact.moved()).isEqualTo(1_201);
    assertThat(impact.next()).hasSize(20);
  }

  @Test
  void whoeverWroteForAnOldVersionIsTold() throws Exception {
    changeCalendar.save(change(0, today, rules("09:00-17:00")), "lena");
    changeCalendar.save(change(1, today, rules("09:00-12:00")), "lena");

    assertThatExceptionOfType(CalendarChangedMeanwhileException.class)
        .isThrownBy(() -> changeCalendar.save(change(1, today, rules("10:00-12:00")), "paul"))
        .withMessageContaining("version 2 is the newest");
  }

  @Test
  void thePastStaysAsItWas() {
    assertThatExceptionOfType(ChangeInThePastException.class)
        .isThrownBy(
            () -> changeCalendar.save(change(0, today.minusDays(1), rules("09:00-17:00")), "lena"));
  }

  @Test
  void publicHolidaysAndOwnClosuresAreOff() throws Exception {
    var closures = new TreeMap<>(Map.of(CHRISTMAS_EVE, "Company outing"));
    changeCalendar.save(
        change(0, today, new CalendarRules(null, everyDay("09:00-17:00"), "de", closures)), "lena");

    CalendarTimeline office =
        new StoredCalendars(versions, holidays, DESK).find("office").orElseThrow();

    // the 24th is ours, the 25th and 26th are Germany's
    assertThat(office.workingTime(at(CHRISTMAS_EVE), at(CHRISTMAS_EVE.plusDays(4))))
        .isEqualTo(Duration.ofHours(8));
  }

  private List<RunningClock> countingBy(String calendar, long after, int limit) {
    return running.stream().filter(each -> each.ticket().value() > after).limit(limit).toList();
  }

  private RunningClock clock(long number, Duration target) {
    Promise promise =
        new Promise(
            SlaTarget.RESOLUTION, target, true, "office", now, "gold, version 1", Duration.ZERO);
    return new RunningClock() {
      @Override
      public TicketNumber ticket() {
        return new TicketNumber(number);
      }

      @Override
      public SlaStatus status(BusinessCalendars calendars, Instant at) {
        return SlaStatus.of(
            promise, calendars.find("office").orElseThrow(), ClockHistory.openedAt(now), at);
      }
    };
  }

  private static CalendarChange change(int basedOn, LocalDate validFrom, CalendarRules rules) {
    return new CalendarChange("office", basedOn, validFrom, rules);
  }

  private static CalendarRules rules(String... hours) {
    return new CalendarRules(null, everyDay(hours), null, new TreeMap<>());
  }

  private static Map<DayOfWeek, List<OpeningHours>> everyDay(String... hours) {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, hours(hours));
    }
    return week;
  }

  private static Instant at(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
