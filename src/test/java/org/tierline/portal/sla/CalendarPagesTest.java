package org.tierline.portal.sla;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;
import org.tierline.sla.BusinessCalendars;
import org.tierline.sla.CalendarFixture;
import org.tierline.sla.ClockHistory;
import org.tierline.sla.Promise;
import org.tierline.sla.RunningClock;
import org.tierline.sla.SlaStatus;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.TicketNumber;

/** In Berlin it is ten o'clock on Monday, 23 November 2026. */
class CalendarPagesTest {

  private final CalendarFixture calendars = new CalendarFixture(ZoneId.of("Europe/Berlin"));
  private final Instant now = calendars.clock.instant();
  private final ApiInMemory desk =
      new ApiInMemory(
              new CalendarPages(
                  new Pages(calendars.desk),
                  new Reader(new InMemoryAgents()),
                  calendars.versions,
                  calendars.changeCalendar(
                      (calendar, after, limit) ->
                          after == 0 && calendar.equals("business-hours")
                              ? List.of(clock())
                              : List.of()),
                  calendars.holidays,
                  calendars.desk,
                  calendars.clock))
          .as(Caller.LENA);

  @Test
  void showsWhatHoldsToday() {
    Document page = page(desk.get("/desk/calendars"));

    assertThat(page.select("#calendar-business-hours").text())
        .contains(
            "Mon–Fri 09:00–17:00",
            "Europe/Berlin, the desk's",
            "1: from the beginning now by desk");
    assertThat(page.select("#calendar-around-the-clock").text()).contains("around the clock");
  }

  @Test
  void aChangeIsSavedAfterALeadSawWhatItMoves() {
    Document form = page(desk.get("/desk/calendars/business-hours"));
    form.select("#MONDAY").val("09:00-12:00, 13:00-15:00");
    form.select("#holidays option[value=de/by]").attr("selected", "selected");
    form.select("#closures").first().text("2026-12-24 Outing & all");

    Document impact = page(desk.postForm("/desk/calendars/preview", filled(form)));
    assertThat(calendars.versions.of("business-hours")).hasSize(1);
    MockHttpResponse saved = desk.postForm("/desk/calendars", filled(impact));

    assertThat(impact.select("#impact").text()).startsWith("1 of 1 running tickets");
    assertThat(impact.select("tbody tr").text())
        .isEqualTo("#5734 resolution Mon 23 Nov 2026, 15:00 Tue 24 Nov 2026, 10:00 later");
    assertThat(saved.getStatus()).isEqualTo(303);
    assertThat(page(desk.get("/desk/calendars")).select("#calendar-business-hours").text())
        .contains(
            "Mon 09:00–12:00, 13:00–15:00",
            "Tue–Fri 09:00–17:00",
            "Public holidays of Germany, Bavaria",
            "24 Dec 2026 Outing & all",
            "2: from 23 Nov 2026 now by lena");
  }

  @Test
  void aPlannedChangeWaitsForItsDate() {
    Document form = page(desk.get("/desk/calendars/business-hours"));
    form.select("#validFrom").val("2027-01-01");
    form.select("#MONDAY").val("");

    desk.postForm("/desk/calendars", filled(form));

    assertThat(page(desk.get("/desk/calendars")).select("#calendar-business-hours").text())
        .contains("Mon–Fri 09:00–17:00", "2: from 1 Jan 2027 planned by lena");
  }

  @Test
  void whatWasPlannedForLaterIsReplacedByALaterDecision() {
    Document planned = page(desk.get("/desk/calendars/business-hours"));
    planned.select("#validFrom").val("2027-01-01");
    desk.postForm("/desk/calendars", filled(planned));
    Document sooner = page(desk.get("/desk/calendars/business-hours"));
    sooner.select("#validFrom").val("2026-12-01");
    desk.postForm("/desk/calendars", filled(sooner));

    assertThat(page(desk.get("/desk/calendars")).select("#calendar-business-hours li").eachText())
        .containsExactly(
            "3: from 1 Dec 2026 planned by lena",
            "2: from 1 Jan 2027 replaced by lena",
            "1: from the beginning now by desk");
  }

  @Test
  void aNewCalendarMovesNothing() {
    Document form = page(desk.get("/desk/calendars/new"));
    form.select("#name").val("late-shift");
    form.select("#zone").val("America/New_York");

    Document impact = page(desk.postForm("/desk/calendars/preview", filled(form)));
    desk.postForm("/desk/calendars", filled(impact));

    assertThat(impact.select("#impact").text()).startsWith("No due date moves");
    assertThat(calendars.calendars.find("late-shift")).isPresent();
  }

  @Test
  void whatIsWrongIsSaidByItsField() {
    Document form = page(desk.get("/desk/calendars/new"));
    form.select("#name").val("Late shift!");
    form.select("#validFrom").val("2026-11-22");
    form.select("#zone").val("Mars/Olympus");
    form.select("#TUESDAY").val("9 to 5");
    form.select("#closures").first().text("Christmas");

    MockHttpResponse answer = desk.postForm("/desk/calendars/preview", filled(form));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(page(answer).select("[aria-invalid=true]").eachAttr("id"))
        .containsExactly("name", "zone", "TUESDAY", "closures");
    assertThat(page(answer).select("#TUESDAY").val()).isEqualTo("9 to 5");
  }

  @Test
  void nobodyChangesThePast() {
    Document form = page(desk.get("/desk/calendars/business-hours"));
    form.select("#validFrom").val("2026-11-22");

    MockHttpResponse answer = desk.postForm("/desk/calendars", filled(form));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(page(answer).select("#validFrom-error").text()).contains("today, 2026-11-23");
  }

  @Test
  void theSecondOfTwoLeadsLooksAgain() {
    String mine = filled(page(desk.get("/desk/calendars/business-hours")));
    String theirs = filled(page(desk.get("/desk/calendars/business-hours")));
    desk.postForm("/desk/calendars", theirs);

    MockHttpResponse answer = desk.postForm("/desk/calendars", mine);

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(page(answer).select("[role=alert]").text()).contains("version 2 is the newest");
    assertThat(calendars.versions.of("business-hours")).hasSize(2);
  }

  @Test
  void isForLeads() {
    assertThat(desk.get("/desk/calendars/unknown").getStatus()).isEqualTo(404);
    assertThat(desk.as(Caller.ANA).get("/desk/calendars").getStatus()).isEqualTo(403);
  }

  private RunningClock clock() {
    Promise promise =
        new Promise(
            SlaTarget.RESOLUTION,
            Duration.ofHours(5),
            true,
            "business-hours",
            now,
            "gold, version 1",
            Duration.ofMinutes(30));
    return new RunningClock() {
      @Override
      public TicketNumber ticket() {
        return new TicketNumber(5734);
      }

      @Override
      public SlaStatus status(BusinessCalendars by, Instant at) {
        return SlaStatus.of(
            promise, by.find("business-hours").orElseThrow(), ClockHistory.openedAt(now), at);
      }
    };
  }

  /** What a browser would send. */
  private static String filled(Document page) {
    Element form = page.select("main form").last();
    return ((FormElement) form)
        .formData().stream()
            .map(field -> encoded(field.key()) + "=" + encoded(field.value()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Document page(MockHttpResponse answer) {
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
