package org.tierline.portal.sla;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.time.ZoneId;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;
import org.tierline.sla.CalendarFixture;

/** In Berlin it is ten o'clock on Monday, 23 November 2026. */
class CalculatorPageTest {

  private final CalendarFixture calendars = new CalendarFixture(ZoneId.of("Europe/Berlin"));
  private final ApiInMemory desk =
      new ApiInMemory(
              new CalculatorPage(
                  new Pages(calendars.desk),
                  new Reader(new InMemoryAgents()),
                  new Previews(calendars.calendars, calendars.clock),
                  calendars.calendars,
                  calendars.desk,
                  calendars.clock))
          .as(Caller.LENA);

  @Test
  void beginsWithAnExampleOfNow() {
    Document page = page(desk.get("/desk/sla/calculator"));

    assertThat(page.select("#openedAt").attr("value")).isEqualTo("2026-11-23T10:00");
    assertThat(page.select("#calendar option").eachText())
        .containsExactly("around-the-clock", "business-hours");
    assertThat(page.select("#answer")).isEmpty();
  }

  @Test
  void saysWhenItWouldBeDueAndHowItAddsUp() {
    Document page =
        calculate("business-hours", "2026-11-23 11:00 - 2026-11-23 12:30", "2026-11-24T09:30");

    assertThat(page.select("#answer h2").text()).isEqualTo("Due Mon 23 Nov 2026, 15:30");
    assertThat(page.select("#answer .badge").text()).isEqualTo("Breached");
    assertThat(page.select(".ledger tbody tr td:nth-child(3)").eachText())
        .containsExactly(
            "the clock ran",
            "paused: as asked",
            "the clock ran",
            "the calendar business-hours was closed",
            "the clock ran");
    assertThat(page.select(".ledger tfoot td").text()).isEqualTo("6 h");
    assertThat(page.select("#answer dd").eachText())
        .containsExactly("Mon 23 Nov 2026, 15:00", "6 h", "−2 h");
  }

  @Test
  void aPauseWithoutEndLasts() {
    Document page = calculate("business-hours", "2026-11-23 11:00 -", "2026-11-23T13:00");

    assertThat(page.select("#answer h2").text()).isEqualTo("Due Mon 23 Nov 2026, 16:00");
  }

  @Test
  void whatCannotBeReadIsSaidAndKept() {
    Document page = calculate("business-hours", "\"><script>alert(1)</script>", "2026-11-23T13:00");

    assertThat(page.select("[role=alert] li").text())
        .isEqualTo("Pauses: must be a time like 2026-11-23 10:00.");
    assertThat(page.select("textarea").text()).contains("<script>");
    assertThat(page.select("main script")).isEmpty();
  }

  @Test
  void isForLeads() {
    assertThat(desk.as(Caller.ANA).get("/desk/sla/calculator").getStatus()).isEqualTo(403);
  }

  private Document calculate(String calendar, String pauses, String now) {
    return page(
        desk.get(
            "/desk/sla/calculator?calendar=%s&openedAt=2026-11-23T10:00&target=4h&time=business&warnBefore=30m&pauses=%s&now=%s"
                .formatted(calendar, URLEncoder.encode(pauses, UTF_8), now)));
  }

  private static Document page(MockHttpResponse answer) {
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
