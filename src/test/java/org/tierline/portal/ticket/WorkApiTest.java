package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.portal.ticket.TicketsApi.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkItem;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Message;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.ReceiveReply;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

class WorkApiTest {

  private static final EmailAddress BRUNO = new EmailAddress("bruno@x.example");
  private static final Optional<AgentId> OF_ANA = Optional.of(ANA);

  private final TicketsApi desk = new TicketsApi();
  private final Clock clock = desk.clock;
  private final InMemoryTickets tickets = desk.tickets;
  private final InMemoryCustomers customers = desk.customers;
  private final InMemoryWorkList workList = desk.workList;
  private final RecordedFacts facts = desk.facts;
  private final OpenTicket openTicket = desk.openTicket;
  private final ApiInMemory api = desk.api;

  private final Ticket ticket =
      openTicket.open(TicketFixture.aRequest("Printer on fire", "It burns."));

  {
    workList.add("task-1", "Task_WorkOnTicket", 5001, Optional.of(ANA));
  }

  @Test
  void theAgentSeesTheWorkTheCustomerAndTheirEarlierTickets() {
    openTicket.open(TicketFixture.aRequest("Earlier", "x"));
    customers.get(ticket.customer()).mailFailed("550 no such user", clock.instant());

    JsonNode work = json(api.as(Caller.ANA).get("/api/v1/tickets/5001/work"));

    assertThat(work.at("/items/0/id").asText()).isEqualTo("task-1");
    assertThat(work.at("/items/0/mine").asBoolean()).isTrue();
    assertThat(work.at("/customer/email").asText()).isEqualTo("carla@customer.example");
    assertThat(work.at("/customer/mailFailure").asText()).isEqualTo("550 no such user");
    assertThat(work.at("/earlier/0/subject").asText()).isEqualTo("Earlier");
  }

  @Test
  void aReplyFinishesNothing() {
    var answer =
        api.as(Caller.ANA)
            .post("/api/v1/tickets/5001/work", "{\"outcome\":\"REPLY\",\"text\":\"Water?\"}");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(lastMessage().purpose()).isEqualTo(Purpose.REPLY);
    assertThat(workList.ofTicket(5001)).hasSize(1);
  }

  @Test
  void whoTakesPartIsOfferedAndHearsAnAnswerToo() {
    ticket.drawIn(List.of(BRUNO));
    String body = "{\"outcome\":\"REPLY\",\"text\":\"Water?\",\"cc\":[\"bruno@x.example\"]}";

    JsonNode offered = json(api.as(Caller.ANA).get("/api/v1/tickets/5001/work")).get("copies");
    JsonNode after = json(api.as(Caller.ANA).post("/api/v1/tickets/5001/work", body));

    assertThat(offered).hasToString("[{\"email\":\"bruno@x.example\",\"lastSpoken\":false}]");
    assertThat(lastMessage().copies()).containsExactly(BRUNO);
    assertThat(after.at("/messages/1/copies/0").asText()).isEqualTo("bruno@x.example");
    assertThat(json(api.get("/api/v1/tickets/5001/timeline")).findValuesAsText("why"))
        .contains("also to bruno@x.example");
  }

  @Test
  void whoIsToldTheSolutionOrAskedIsTheAgentsChoiceToo() {
    ticket.drawIn(List.of(BRUNO));

    api.as(Caller.ANA)
        .post(
            "/api/v1/tickets/5001/work",
            "{\"task\":\"task-1\",\"outcome\":\"RESOLVE\",\"text\":\"Water.\",\"cc\":[\"bruno@x.example\"]}");

    assertThat(lastMessage().purpose()).isEqualTo(Purpose.SOLUTION);
    assertThat(lastMessage().copies()).containsExactly(BRUNO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "messages | {\"kind\":\"REPLY\",\"text\":\"x\",\"cc\":[\"mallory@x.example\"]}",
        "messages | {\"kind\":\"REPLY\",\"text\":\"x\",\"cc\":[\"carla@customer.example\"]}",
        "messages | {\"kind\":\"REPLY\",\"text\":\"x\",\"cc\":[null]}",
        "messages | {\"kind\":\"NOTE\",\"text\":\"x\",\"cc\":[\"bruno@x.example\"]}",
        "messages | {\"kind\":\"REPLY\",\"text\":\"x\",\"cc\":[\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"]}",
        "work     | {\"outcome\":\"REPLY\",\"text\":\"x\",\"cc\":[\"mallory@x.example\"]}",
        "work     | {\"task\":\"task-1\",\"outcome\":\"CONFIRM_BUG\",\"bug\":{\"summary\":\"s\",\"impact\":\"i\",\"steps\":\"s\"},\"cc\":[\"bruno@x.example\"]}"
      })
  void theDeskWritesToNobodyElse(String way, String body) {
    ticket.drawIn(List.of(BRUNO));

    MockHttpResponse answer = api.as(Caller.ANA).post("/api/v1/tickets/5001/" + way, body);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/field").asText()).startsWith("cc");
    assertThat(ticket.messages()).hasSize(1);
    assertThat(workList.ofTicket(5001)).hasSize(1);
  }

  @Test
  void aProgramMayCopyWhoTakesPart() {
    ticket.drawIn(List.of(BRUNO));

    MockHttpResponse answer =
        api.as(Caller.ANA)
            .post(
                "/api/v1/tickets/5001/messages",
                "{\"kind\":\"REPLY\",\"text\":\"Water?\",\"cc\":[\"Bruno@x.example\"]}");

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(json(answer).at("/copies/0").asText()).isEqualTo("bruno@x.example");
  }

  @Test
  void escalatingHandsOverWhatTheNextAgentNeedsToKnow() {
    String body =
        """
        {"task":"task-1","outcome":"ESCALATE","reason":"Needs a fireman","team":"tier2",
         "handOver":{"tried":"Water","reproduced":"Twice","missing":"A fireman"}}""";

    api.as(Caller.ANA).post("/api/v1/tickets/5001/work", body);

    JsonNode handOver = json(api.get("/api/v1/tickets/5001/work")).get("handOver");
    assertThat(handOver.get("tried").asText()).isEqualTo("Water");
    assertThat(handOver.get("reproduced").asText()).isEqualTo("Twice");
    assertThat(handOver.get("missing").asText()).isEqualTo("A fireman");
    assertThat(handOver.get("by").asText()).isEqualTo("Ana");

    assertThat(lastMessage().purpose()).isEqualTo(Purpose.ESCALATION);
    assertThat(workList.resultOf("task-1").orElseThrow().handOverTo()).contains(TeamId.TIER2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "work      | {\"task\":\"task-1\",\"outcome\":\"ESCALATE\",\"reason\":\"r\"}",
        "work      | {\"task\":\"task-1\",\"outcome\":\"ESCALATE\",\"handOver\":{\"tried\":\" \"}}",
        "give-back | {\"task\":\"task-1\",\"text\":\"Your turn.\"}"
      })
  void whoLeavesTheNextAgentInTheDarkIsRefused(String way, String body) {
    MockHttpResponse answer = api.as(Caller.ANA).post("/api/v1/tickets/5001/" + way, body);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(TicketsApi.type(answer)).startsWith("application/problem+json");
    assertThat(json(answer).get("type").asText()).isEqualTo("/problems/hand-over-incomplete");
    assertThat(json(answer).get("errors").findValuesAsText("field"))
        .containsExactly("handOver.missing", "handOver.reproduced", "handOver.tried");
    assertThat(workList.ofTicket(5001)).first().extracting(WorkItem::owner).isEqualTo(OF_ANA);
    assertThat(ticket.messages()).hasSize(1);
  }

  @Test
  void aDefectIsDescribedForEngineering() {
    String body =
        """
        {"task":"task-1","outcome":"CONFIRM_BUG",
         "bug":{"summary":"Burns","impact":"Everyone","steps":"1. Print"}}""";

    api.as(Caller.ANA).post("/api/v1/tickets/5001/work", body);

    assertThat(lastMessage().text())
        .isEqualTo("Summary: Burns\n\nImpact: Everyone\n\nSteps to reproduce:\n1. Print");
  }

  @Test
  void whoeverIsLaterHearsThatTheWorkIsDone() {
    String solved = "{\"task\":\"task-1\",\"outcome\":\"RESOLVE\",\"text\":\"Water helped.\"}";
    api.as(Caller.ANA).post("/api/v1/tickets/5001/work", solved);

    MockHttpResponse answer = api.as(Caller.TOM).post("/api/v1/tickets/5001/work", solved);

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(json(answer).get("type").asText()).isEqualTo("/problems/already-done");
    assertThat(json(answer).get("detail").asText()).contains("Ana wrote a SOLUTION");
  }

  @Test
  void workIsGivenBackWithANoteForTheNext() {
    JsonNode work =
        json(
            api.as(Caller.ANA)
                .post(
                    "/api/v1/tickets/5001/give-back",
                    """
                    {"task":"task-1","handOver":
                     {"tried":"Asked the fire brigade.","reproduced":"No","missing":"Water"}}"""));

    assertThat(work.at("/items/0/owner").isNull()).isTrue();
    assertThat(lastMessage().purpose()).isEqualTo(Purpose.NOTE);
  }

  @Test
  void nobodyGivesBackTheWorkOfAnother() {
    String note = "\"handOver\":{\"tried\":\"t\",\"reproduced\":\"r\",\"missing\":\"m\"}}";
    var others =
        api.as(Caller.TOM).post("/api/v1/tickets/5001/give-back", "{\"task\":\"task-1\"," + note);
    var unknown =
        api.as(Caller.ANA).post("/api/v1/tickets/5001/give-back", "{\"task\":\"task-7\"}");

    assertThat(json(others).get("detail").asText()).isEqualTo("This work belongs to ana");
    assertThat(json(unknown).get("type").asText()).isEqualTo("/problems/already-done");
    assertThat(workList.ofTicket(5001)).first().extracting(WorkItem::owner).isEqualTo(OF_ANA);
  }

  @Test
  void theAgentIsToldWhenTheCustomerWroteMeanwhile() {
    String seen = lastMessage().id().toString();
    new ReceiveReply(tickets, facts, clock)
        .receive(
            ticket.id(),
            customers.get(ticket.customer()),
            Channel.EMAIL,
            Content.typed("It stopped."));

    MockHttpResponse answer =
        api.as(Caller.ANA)
            .post(
                "/api/v1/tickets/5001/work",
                """
                {"task":"task-1","outcome":"RESOLVE","text":"Water.","lastMessage":"%s"}"""
                    .formatted(seen));

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(json(answer).get("type").asText()).isEqualTo("/problems/new-message");
    assertThat(workList.ofTicket(5001)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"outcome\":\"RESOLVE\",\"text\":\"t\"} | task",
        "{\"task\":\"task-1\",\"outcome\":\"RESOLVE\"} | text",
        "{\"task\":\"task-1\",\"outcome\":\"RESOLVE\",\"text\":\"t\\u0000\"} | text",
        "{\"task\":\"task-1\",\"outcome\":\"CONFIRM_BUG\",\"bug\":{\"summary\":\"\\u0000\",\"impact\":\"i\",\"steps\":\"s\"}} | bug.summary",
        "{\"task\":\"task-1\",\"outcome\":\"CONFIRM_BUG\"} | bug",
        "{\"task\":\"task-1\",\"outcome\":\"CONFIRM_BUG\",\"bug\":{\"summary\":\"s\",\"impact\":\"\",\"steps\":\"s\"}} | bug.impact",
        "{\"task\":\"task-1\",\"outcome\":\"${7*7}\"} | outcome"
      })
  void unfinishedWorkIsRefusedByTheNameOfItsField(String body, String field) {
    MockHttpResponse answer = api.as(Caller.ANA).post("/api/v1/tickets/5001/work", body);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(json(answer).get("errors").findValuesAsText("field")).containsExactly(field);
    assertThat(workList.ofTicket(5001)).hasSize(1);
  }

  @Test
  void aNoteStaysInside() {
    MockHttpResponse answer =
        api.as(Caller.ANA)
            .post("/api/v1/tickets/5001/messages", "{\"kind\":\"NOTE\",\"text\":\"Odd.\"}");

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(json(answer).get("direction").asText()).isEqualTo("INTERNAL");
  }

  @Test
  void aClosedTicketTakesNoMoreReplies() {
    ticket.close("done", MONDAY_9AM);

    MockHttpResponse answer =
        api.as(Caller.ANA)
            .post("/api/v1/tickets/5001/messages", "{\"kind\":\"REPLY\",\"text\":\"Hi\"}");

    assertThat(answer.getStatus()).isEqualTo(409);
  }

  @Test
  void workNobodyHasIsClaimed() {
    workList.add("task-2", "Task_WorkOnTicket", 5001, Optional.empty());

    JsonNode work =
        json(api.as(Caller.TOM).post("/api/v1/tickets/5001/claim", "{\"task\":\"task-2\"}"));

    assertThat(work.at("/items/1/mine").asBoolean()).isTrue();
  }

  @Test
  void theTimelineTellsWhoDidWhat() {
    JsonNode timeline = json(api.as(Caller.ANA).get("/api/v1/tickets/5001/timeline"));

    assertThat(timeline.findValuesAsText("kind")).containsExactly("OPENED", "TRIAGED");
  }

  private Message lastMessage() {
    List<Message> messages = ticket.messages();
    return messages.get(messages.size() - 1);
  }
}
