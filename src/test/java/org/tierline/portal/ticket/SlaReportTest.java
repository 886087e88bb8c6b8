package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tierline.portal.Caller;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

class SlaReportTest extends TicketsApi {

  private final Ticket ticket =
      openTicket.open(TicketFixture.aRequest("System down", "Nothing works."));

  @Test
  void aProgramLearnsWhatIsPromisedAndTheSumBehindIt() {
    sla.promiseResponse.promise(ticket.id());

    JsonNode answer = json(api.as(Caller.ANA).get("/api/v1/tickets/5001/sla"));

    assertThat(answer.at("/firstResponse/dueAt").asText()).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(answer.at("/rule").asText()).isEqualTo("p");
    JsonNode resolution = answer.at("/targets/1");
    assertThat(resolution.at("/target").asText()).isEqualTo("RESOLUTION");
    assertThat(resolution.at("/standing").asText()).isEqualTo("RUNNING");
    assertThat(resolution.at("/promised").asText()).isEqualTo("PT8H");
    assertThat(resolution.at("/dueAt").asText()).isEqualTo("2026-11-23T17:00:00Z");
    assertThat(resolution.at("/warnAt").asText()).isEqualTo("2026-11-23T16:30:00Z");
    assertThat(resolution.at("/consumed").asText()).isEqualTo("PT0S");
    assertThat(resolution.at("/remaining").asText()).isEqualTo("PT8H");
    assertThat(resolution.at("/breached").asBoolean()).isFalse();
    assertThat(resolution.at("/ledger").isArray()).isTrue();
    assertThat(answer.at("/nextSteps/0/step").asText()).isEqualTo("WARN");
    assertThat(answer.at("/nextSteps/0/at").asText()).isEqualTo("2026-11-23T09:30:00Z");
    assertThat(answer.at("/nextSteps/0/tell/0").asText()).isEqualTo("assignee");
  }

  @Test
  void beforeAnythingIsPromisedThereIsNothingToExplain() {
    JsonNode answer = json(api.as(Caller.ANA).get("/api/v1/tickets/5001/sla"));

    assertThat(answer.at("/rule").isNull()).isTrue();
    assertThat(answer.at("/targets")).isEmpty();
    assertThat(answer.at("/firstResponse/dueAt").isNull()).isTrue();
  }

  /** Three tellings of one thing: the heading, the clock behind it, and the ticket itself. */
  @Test
  void whetherAPromiseIsBrokenIsSaidByItsClockAlone() {
    sla.promiseResponse.promise(ticket.id());
    clock.pass(Duration.ofHours(1));
    assertThat(breachOf("firstResponse", 0)).as("at the due instant").isTrue();

    clock.pass(Duration.ofHours(8));
    ticket.waitForCustomer(clock.instant());
    sla.keepDeadlines.keep(ticket.id());
    assertThat(ticket.resolutionDueAt()).isEmpty();
    assertThat(breachOf("resolution", 1)).as("missed before the clock stood").isTrue();
  }

  @Test
  void aTicketThatWasClosedInTimeWithoutAnAnswerBreaksNoPromiseLater() {
    sla.promiseResponse.promise(ticket.id());
    clock.pass(Duration.ofMinutes(30));
    ticket.close("spam", clock.instant());
    sla.keepDeadlines.keep(ticket.id());
    clock.pass(Duration.ofDays(2));

    assertThat(breachOf("firstResponse", 0)).isFalse();
    assertThat(breachOf("resolution", 1)).isFalse();
  }

  private boolean breachOf(String heading, int target) {
    JsonNode report = json(api.as(Caller.ANA).get("/api/v1/tickets/5001/sla"));
    JsonNode shown = json(api.as(Caller.ANA).get("/api/v1/tickets/5001"));
    JsonNode listed = json(api.as(Caller.ANA).get("/api/v1/tickets"));
    boolean breached = report.at("/targets/%d/breached".formatted(target)).asBoolean();
    assertThat(report.at("/%s/breached".formatted(heading)).asBoolean()).isEqualTo(breached);
    assertThat(shown.at("/sla/%s/breached".formatted(heading)).asBoolean()).isEqualTo(breached);
    assertThat(listed.at("/tickets/0/sla/%s/breached".formatted(heading)).asBoolean())
        .isEqualTo(breached);
    return breached;
  }

  @Test
  void ofATicketThatIsNotThereNothingIsSaid() {
    assertThat(api.as(Caller.ANA).get("/api/v1/tickets/9999/sla").getStatus()).isEqualTo(404);
  }
}
