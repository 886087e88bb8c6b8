package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

  @Test
  void ofATicketThatIsNotThereNothingIsSaid() {
    assertThat(api.as(Caller.ANA).get("/api/v1/tickets/9999/sla").getStatus()).isEqualTo(404);
  }
}
