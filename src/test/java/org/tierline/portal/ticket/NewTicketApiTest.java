package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.portal.ticket.TicketsApi.OUTAGE;
import static org.tierline.portal.ticket.TicketsApi.content;
import static org.tierline.portal.ticket.TicketsApi.json;
import static org.tierline.portal.ticket.TicketsApi.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.ticket.Channel;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Ticket;

class NewTicketApiTest {

  private final TicketsApi desk = new TicketsApi();
  private final InMemoryTickets tickets = desk.tickets;
  private final AcceptTicket acceptTicket = desk.acceptTicket;
  private final ApiInMemory api = desk.api;

  @Test
  void anybodyOpensATicketAndHearsHowUrgentItIs() {
    MockHttpResponse answer = api.post("/api/v1/tickets", OUTAGE);

    JsonNode opened = json(answer);
    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(opened.get("number").asLong()).isEqualTo(5001);
    assertThat(opened.get("category").asText()).isEqualTo("OUTAGE");
    assertThat(opened.get("priority").asText()).isEqualTo("CRITICAL");
    assertThat(opened.get("url").asText()).startsWith("https://desk.example/requests/");
    assertThat(answer.getOutputHeaders().getFirst("Location"))
        .hasToString("https://desk.example/api/v1/tickets/5001");
  }

  @Test
  void theSameKeyAndBodyIsTheSameTicket() {
    JsonNode first = json(api.with("Idempotency-Key", "k1").post("/api/v1/tickets", OUTAGE));
    JsonNode second = json(api.with("Idempotency-Key", "k1").post("/api/v1/tickets", OUTAGE));

    assertThat(second).isEqualTo(first);
    assertThat(tickets.all()).hasSize(1);
  }

  @Test
  void askingAgainIsAnsweredWordForWordWhateverBecameOfTheTicket() {
    MockHttpResponse first = api.with("Idempotency-Key", "k1").post("/api/v1/tickets", OUTAGE);
    Ticket ticket = tickets.all().iterator().next();
    ticket.resolve("by ana", MONDAY_9AM);

    MockHttpResponse second = api.with("Idempotency-Key", "k1").post("/api/v1/tickets", OUTAGE);

    assertThat(second.getStatus()).isEqualTo(first.getStatus());
    assertThat(type(second)).isEqualTo(type(first)).isEqualTo("application/json");
    assertThat(content(second)).isEqualTo(content(first));
    assertThat(second.getOutputHeaders().get("Location"))
        .isEqualTo(first.getOutputHeaders().get("Location"));
  }

  @Test
  void whoNeverHeardTheFirstAnswerHearsTheNextAndFromThenOnThat() throws Exception {
    var body = new ObjectMapper().readValue(OUTAGE, NewTicketBody.class);
    acceptTicket.accept(body, Optional.of("k1")); // and then the server went down

    MockHttpResponse first = api.with("Idempotency-Key", "k1").post("/api/v1/tickets", OUTAGE);
    tickets.all().iterator().next().resolve("by ana", MONDAY_9AM);
    MockHttpResponse second = api.with("Idempotency-Key", "k1").post("/api/v1/tickets", OUTAGE);

    assertThat(first.getStatus()).isEqualTo(201);
    assertThat(content(second)).isEqualTo(content(first));
    assertThat(tickets.all()).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsAMistake() {
    api.with("Idempotency-Key", "k1").post("/api/v1/tickets", OUTAGE);

    var answer =
        api.with("Idempotency-Key", "k1")
            .post("/api/v1/tickets", OUTAGE.replace("down", "down again"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(tickets.all()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | requester",
        "{\"requester\":{},\"subject\":\"s\",\"text\":\"t\"} | requester.email",
        "{\"requester\":{\"email\":\"no\"},\"subject\":\"s\",\"text\":\"t\"} | requester.email",
        "{\"requester\":{\"email\":\"a@b.example\"},\"subject\":\"s\",\"text\":\" \"} | text",
        "{\"requester\":{\"email\":\"a@b.example\"},\"text\":\"t\"} | subject",
        "{\"requester\":{\"email\":\"a@b.example\"},\"subject\":5,\"text\":\"t\"} | subject",
        "{\"requester\":\"a@b.example\",\"subject\":\"s\",\"text\":\"t\"} | requester",
        "{\"requester\":{\"email\":\"a@b.example\",\"x\":1},\"subject\":\"s\"} | requester.x",
        "{\"requester\":{\"email\":\"a@b.example\"},\"subject\":\"s\\u0000\",\"text\":\"t\"} | subject",
        "{\"requester\":{\"email\":\"a@b.example\"},\"subject\":\"s\",\"text\":\"\\u0000t\"} | text",
        "{\"requester\":{\"email\":\"a@b.example\",\"name\":\"A\\u0000\"},\"subject\":\"s\",\"text\":\"t\"} | requester.name",
        "{\"priority\":\"HIGH\"} | priority",
        "{\"requester\":{\"email\":\"a@b.example\"},\"subject\":\"s\",\"text\":\"t\",\"channel\":\"FAX\"} | channel",
        "{\"requester\":{\"email\":\"a@b.example\"},\"subject\":\"s\",\"text\":\"t\",\"channel\":\"PHONE\"} | channel",
        "{\"requester\":{\"email\":\"a@b.example\"},\"subject\":\"s\",\"text\":\"t\",\"channel\":\"EMAIL\"} | channel"
      })
  void aWrongBodyIsRefusedByTheNameOfItsField(String body, String field) {
    MockHttpResponse answer = api.post("/api/v1/tickets", body);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(type(answer)).isEqualTo("application/problem+json");
    assertThat(json(answer).get("errors").findValuesAsText("field")).contains(field);
    assertThat(tickets.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{", "[]", "null", "''", "{} {}", "{\"text\":1e999}"})
  void whatIsNotTheJsonWeAskForIsRefused(String body) {
    MockHttpResponse answer = api.post("/api/v1/tickets", body);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(type(answer)).isEqualTo("application/problem+json");
    assertThat(content(answer)).doesNotContain("org.tierline").doesNotContain("java.");
  }

  @Test
  void oneSenderCannotFloodUs() {
    for (int i = 0; i < 3; i++) {
      api.post("/api/v1/tickets", OUTAGE);
    }

    MockHttpResponse answer = api.post("/api/v1/tickets", OUTAGE);

    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getOutputHeaders().getFirst("Retry-After")).hasToString("200");
    assertThat(tickets.all()).hasSize(3);
  }

  @Test
  void aChatProgramSaysThatItIsOne() {
    MockHttpResponse answer = api.post("/api/v1/tickets", OUTAGE.replace("\"API\"", "\"CHAT\""));

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(tickets.all()).extracting(Ticket::channel).containsExactly(Channel.CHAT);
  }

  @Test
  void staffWriteDownACall() {
    String call = OUTAGE.replace("\"API\"", "\"PHONE\"");

    api.as(Caller.ANA).post("/api/v1/tickets", call);

    assertThat(tickets.all()).extracting(Ticket::channel).containsExactly(Channel.PHONE);
  }

  @Test
  void anotherSiteCannotUseOurReadersLogin() {
    var answer =
        api.as(Caller.ANA).with("Sec-Fetch-Site", "cross-site").post("/api/v1/tickets", OUTAGE);

    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(tickets.all()).isEmpty();
  }
}
