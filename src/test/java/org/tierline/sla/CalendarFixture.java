package org.tierline.sla;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;

/** A desk with the two calendars every new desk has. */
public final class CalendarFixture {

  public final TestClock clock = new TestClock();
  public final RecordedFacts facts = new RecordedFacts();
  public final CalendarVersions versions = new CalendarVersionsInMemory();
  public final PublicHolidays holidays = new PublicHolidays();
  public final DeskSettings desk;
  public final BusinessCalendars calendars;

  public CalendarFixture(ZoneId zone) {
    desk = new DeskSettings("Tierline", URI.create("http://localhost:8080"), zone);
    calendars = new StoredCalendars(versions, holidays, desk);
    add("around-the-clock", Calendars.daily(zone, "00:00-24:00"));
    add("business-hours", Calendars.weekdays(zone, "09:00-17:00"));
  }

  private void add(String name, BusinessCalendar calendar) {
    versions.add(version(name, 1, calendar));
  }

  /** A version of a calendar by which the desk is always open. */
  public static CalendarVersion version(String name, int number) {
    return version(name, number, Calendars.daily(ZoneOffset.UTC, "00:00-24:00"));
  }

  private static CalendarVersion version(String name, int number, BusinessCalendar calendar) {
    Map<DayOfWeek, List<OpeningHours>> week = new TreeMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, calendar.hours(day));
    }
    return new CalendarVersion(
        name,
        number,
        LocalDate.EPOCH,
        new CalendarRules(null, week, null, new TreeMap<>()),
        Instant.EPOCH,
        "desk");
  }

  /** Changes calendars while these clocks run. */
  public ChangeCalendar changeCalendar(RunningClocks... clocks) {
    return new ChangeCalendar(versions, holidays, List.of(clocks), desk, facts, clock);
  }
}
