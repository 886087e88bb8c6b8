package org.tierline.portal.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.sla.CalendarFixture;

class SlaResourceTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CALENDAR =
      """
      {"zone": "Europe/Berlin",
       "hours": {"MON": ["09:00-12:00", "13:00-17:00"], "TUE": ["09:00-17:00"]},
       "holidays": ["2026-12-25"]}""";

  private final CalendarFixture desk = new CalendarFixture(ZoneId.of("Europe/Berlin"));
  private final ApiInMemory api =
      new ApiInMemory(new SlaResource(new Previews(desk.calendars, desk.clock), desk.versions))
          .as(Caller.ANA);

  @Test
  void theMissionsExampleIsAnsweredInFull() {
    JsonNode answer =
        fine(
            """
            {"calendar": {"zone": "UTC", "hours": {"MON": ["09:00-17:00"]}},
             "openedAt": "2026-11-23T10:00:00Z", "target": "PT4H", "businessTime": true,
             "warnBefore": "PT30M", "pauses": [], "now": "2026-11-23T11:00:00Z"}""");

    assertThat(answer)
        .hasToString(
            "{\"dueAt\":\"2026-11-23T14:00:00Z\",\"warnAt\":\"2026-11-23T13:30:00Z\","
                + "\"consumed\":\"PT1H\",\"remaining\":\"PT3H\",\"breached\":false,"
                + "\"ledger\":[{\"from\":\"2026-11-23T10:00:00Z\",\"to\":\"2026-11-23T11:00:00Z\","
                + "\"kind\":\"RAN\",\"what\":\"the clock ran\",\"counted\":\"PT1H\"}]}");
  }

  @Test
  void lunchPausesAndTheWeekAreToldLineByLine() {
    JsonNode answer =
        fine(
            """
            {"calendar": %s, "openedAt": "2026-11-23T09:00:00Z", "target": "PT8H",
             "pauses": [{"from": "2026-11-23T13:00:00Z", "to": "2026-11-23T14:00:00Z"}],
             "now": "2026-11-24T09:00:00Z"}"""
                .formatted(CALENDAR));

    assertThat(kinds(answer))
        .containsExactly("RAN", "CLOSED", "RAN", "PAUSED", "RAN", "CLOSED", "RAN");
    assertThat(answer.get("consumed").textValue()).isEqualTo("PT6H");
    assertThat(answer.get("dueAt").textValue()).isEqualTo("2026-11-24T11:00:00Z");
  }

  @Test
  void aPauseWithoutEndLastsUntilNow() {
    JsonNode answer =
        fine(
            """
            {"calendar": %s, "openedAt": "2026-11-23T08:00:00Z", "target": "PT2H",
             "pauses": [{"from": "2026-11-23T09:00:00Z"}], "now": "2026-11-23T10:00:00Z"}"""
                .formatted(CALENDAR));

    assertThat(answer.get("consumed").textValue()).isEqualTo("PT1H");
    assertThat(answer.get("dueAt").textValue()).isEqualTo("2026-11-23T11:00:00Z");
  }

  @Test
  void calendarTimeNeedsNoCalendarAndStillPauses() {
    JsonNode answer =
        fine(
            """
            {"businessTime": false, "openedAt": "2026-11-21T22:00:00Z", "target": "PT4H",
             "pauses": [{"from": "2026-11-21T23:00:00Z", "to": "2026-11-22T00:00:00Z"}],
             "now": "2026-11-22T03:00:00Z"}""");

    assertThat(answer.get("dueAt").textValue()).isEqualTo("2026-11-22T03:00:00Z");
    assertThat(answer.get("breached").booleanValue()).isTrue();
    assertThat(answer.get("remaining").textValue()).isEqualTo("PT0S");
  }

  @Test
  void aCalendarOfTheDeskIsAskedByItsName() {
    JsonNode answer =
        fine(
            """
            {"calendar": "business-hours", "openedAt": "2026-11-23T15:00:00Z", "target": "PT2H",
             "now": "2026-11-23T15:00:00Z"}""");

    assertThat(answer.get("dueAt").textValue()).isEqualTo("2026-11-24T09:00:00Z");
  }

  @Test
  void nowIsThePresentIfNothingIsSaid() {
    JsonNode answer =
        fine(
            """
            {"calendar": "around-the-clock", "openedAt": "2026-11-23T08:00:00Z",
             "target": "PT2H"}""");

    assertThat(answer.get("consumed").textValue()).isEqualTo("PT1H");
    assertThat(answer.get("warnAt").textValue()).isEqualTo("2026-11-23T09:30:00Z");
  }

  @Test
  void theCalendarsAreListedWithAllTheirVersions() throws IOException {
    JsonNode calendars = JSON.readTree(text(api.get("/api/v1/sla/calendars")));

    assertThat(calendars.findValuesAsText("name"))
        .containsExactly("around-the-clock", "business-hours");
    assertThat(calendars.get(1).get("versions").get(0).get("hours").get("MON").get(0).textValue())
        .isEqualTo("09:00-17:00");
  }

  @Nested
  class WhatCannotBeUnderstood {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\0',
        value = {
          "calendar.zone          | \"Europe/Berlin\"        | \"Europe/Nowhere\"",
          "calendar.zone          | \"Europe/Berlin\"        | 7",
          "calendar.hours.MON[0]  | \"09:00-12:00\"          | \"12:00-09:00\"",
          "calendar.hours.MON[1]  | \"13:00-17:00\"          | \"13:00-24:01\"",
          "calendar.hours.MON[1]  | \"13:00-17:00\"          | null",
          "calendar.hours.XYZ     | \"MON\"                  | \"XYZ\"",
          "calendar.hours.MON     | [\"09:00-12:00\", \"13:00-17:00\"] | \"09:00-12:00\"",
          "calendar.holidays[0]   | \"2026-12-25\"           | \"2026-02-30\"",
          "calendar.colour        | \"holidays\"             | \"colour\"",
          "openedAt               | \"2026-11-23T09:00:00Z\" | \"yesterday\"",
          "openedAt               | \"2026-11-23T09:00:00Z\" | null",
          "openedAt               | \"2026-11-23T09:00:00Z\" | \"+99999-01-01T00:00:00Z\"",
          "openedAt               | \"2026-11-23T09:00:00Z\" | 1700000000",
          "target                 | \"PT4H\"                 | \"4h\"",
          "target                 | \"PT4H\"                 | \"PT0S\"",
          "target                 | \"PT4H\"                 | \"-PT1H\"",
          "target                 | \"PT4H\"                 | \"PT99999999H\"",
          "target                 | \"PT4H\"                 | \"PT600000H\"",
          "businessTime           | true                     | \"yes\"",
          "warnBefore             | \"PT30M\"                | \"-PT30M\"",
          "pauses[0].to           | \"2026-11-23T11:00:00Z\" | \"2026-11-23T09:59:00Z\"",
          "pauses[0].from         | \"2026-11-23T10:00:00Z\" | \"noon\"",
          "now                    | \"2026-11-23T12:00:00Z\" | \"later\"",
          "now                    | \"2026-11-23T12:00:00Z\" | \"2126-11-23T12:00:00Z\"",
          "until                  | \"now\"                  | \"until\""
        })
    void isRefusedByItsField(String field, String right, String wrong) throws IOException {
      String body = question().replace(right, wrong);
      assertThat(body).isNotEqualTo(question());

      MockHttpResponse answer = api.post("/api/v1/sla/preview", body);

      assertThat(answer.getStatus()).isEqualTo(400);
      assertThat(answer.getOutputHeaders().getFirst("Content-Type"))
          .hasToString("application/problem+json");
      JsonNode problem = JSON.readTree(text(answer));
      assertThat(problem.get("errors").findValuesAsText("field")).containsExactly(field);
    }

    @Test
    void everythingWrongIsSaidAtOnce() throws IOException {
      JsonNode problem = JSON.readTree(text(api.post("/api/v1/sla/preview", "{\"target\":\"x\"}")));

      assertThat(problem.get("errors").findValuesAsText("field"))
          .containsExactly("calendar", "openedAt", "target");
    }

    @Test
    void aCalendarThatNeverOpensIsRefused() throws IOException {
      String body = question().replaceAll("(?s)\"hours\": \\{.*?}", "\"hours\": {\"MON\": []}");

      JsonNode problem = JSON.readTree(text(api.post("/api/v1/sla/preview", body)));

      assertThat(problem.get("errors").findValuesAsText("field")).containsExactly("calendar.hours");
    }

    @Test
    void noBodyIsNoQuestion() {
      assertThat(api.post("/api/v1/sla/preview", "").getStatus()).isEqualTo(400);
      assertThat(api.post("/api/v1/sla/preview", "null").getStatus()).isEqualTo(400);
      assertThat(api.post("/api/v1/sla/preview", "[]").getStatus()).isEqualTo(400);
    }

    private String question() {
      return """
          {"calendar": %s, "openedAt": "2026-11-23T09:00:00Z", "target": "PT4H",
           "businessTime": true, "warnBefore": "PT30M",
           "pauses": [{"from": "2026-11-23T10:00:00Z", "to": "2026-11-23T11:00:00Z"}],
           "now": "2026-11-23T12:00:00Z"}"""
          .formatted(CALENDAR);
    }
  }

  private JsonNode fine(String question) {
    MockHttpResponse answer = api.post("/api/v1/sla/preview", question);
    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
    try {
      return JSON.readTree(text(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> kinds(JsonNode answer) {
    return StreamSupport.stream(answer.get("ledger").spliterator(), false)
        .map(line -> line.get("kind").textValue())
        .toList();
  }

  private static String text(MockHttpResponse answer) {
    try {
      return answer.getContentAsString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
