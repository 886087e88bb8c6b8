package org.tierline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.demo.DemoMailbox;
import org.tierline.demo.DeskBrowser;
import org.tierline.demo.DeskServer;
import org.tierline.demo.RunningDesk;

/**
 * An outage nobody works on, as its owner and the lead live it: 10:00 and four hours make an alert
 * at 13:30. The desk is started at each of these moments, so its timers also survive what happens
 * between them.
 */
class DeadlineIT {

  private static final int PORT_OFFSET = 600;

  private final Instant monday10am =
      ZonedDateTime.now(ZoneOffset.UTC)
          .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
          .truncatedTo(ChronoUnit.DAYS)
          .withHour(10)
          .toInstant();

  @TempDir Path data;

  @Test
  void ownerAndLeadAreWarnedBeforeADeadlineAndToldWhenItIsMissed() {
    try (DemoMailbox mailbox = DemoMailbox.start(PORT_OFFSET)) {
      CustomerMail lead = mailOf("lena@tierline.example", mailbox);
      JsonNode ticket;
      try (DeskServer desk = deskAt(monday10am, mailbox)) {
        CustomerMail carla = mailOf("carla@customer.example", mailbox);
        carla.write("The whole system is down", "Nobody can log in.");
        String subject = carla.next("we have received your request").subject();
        long number = Long.parseLong(subject.replaceAll(".*\\[#(\\d+)].*", "$1"));
        ticket = new DeskApi(desk).await(number, one -> !one.path("assignee").asText("").isEmpty());
      }
      String number = ticket.get("number").asText();
      Instant due = time(ticket.at("/sla/resolution/dueAt"));
      assertThat(due)
          .as("four hours, day and night, from when her mail came")
          .isBetween(
              monday10am.plus(Duration.ofHours(4)),
              time(ticket.get("createdAt")).plus(Duration.ofHours(4)));
      CustomerMail owner = mailOf(ticket.get("assignee").asText() + "@tierline.example", mailbox);

      try (DeskServer desk = deskAt(due.minus(Duration.ofMinutes(30)), mailbox)) {
        String warning = "#" + number + " will breach its resolution target in";
        assertThat(owner.next(warning).text()).contains("Assign or escalate.");
        lead.next(warning);
        sees(desk, number, "high");
      }

      try (DeskServer desk = deskAt(due, mailbox)) {
        String breach = "#" + number + " has breached its resolution target";
        owner.next(breach);
        lead.next(breach);
        sees(desk, number, "critical");
      }
    }
  }

  private DeskServer deskAt(Instant start, DemoMailbox mailbox) {
    Duration ahead = Duration.between(Instant.now(), start).truncatedTo(ChronoUnit.SECONDS);
    return DeskServer.start(
        DeskServer.Options.in(data)
            .withPortOffset(PORT_OFFSET)
            .withMailbox(mailbox)
            .withStaff(RunningDesk.PASSWORD)
            .with("tierline.clock.offset", ahead.toString()));
  }

  private static CustomerMail mailOf(String address, DemoMailbox mailbox) {
    return new CustomerMail(address, mailbox.smtpPort(), mailbox.imapPort());
  }

  private static Instant time(JsonNode value) {
    return Instant.parse(value.asText());
  }

  /** How the lead sees the promise of a solution. */
  private static void sees(DeskServer desk, String number, String urgency) {
    try (DeskBrowser browser = DeskBrowser.open(desk)) {
      Page lead = browser.logIn("lena");
      lead.navigate(browser.url("/desk/tickets/" + number + "/sla"));
      Locator promise =
          lead.locator(".promise")
              .filter(
                  new Locator.FilterOptions()
                      .setHas(
                          lead.getByRole(
                              AriaRole.HEADING, new Page.GetByRoleOptions().setName("Solution"))));
      assertThat(promise.locator(".badge")).hasClass("badge " + urgency);
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
