package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.agent.AgentFixture;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkItem;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.CustomerLimits;
import org.tierline.survey.InMemorySurveys;
import org.tierline.ticket.Category;
import org.tierline.ticket.Channel;
import org.tierline.ticket.ClaimWork;
import org.tierline.ticket.Content;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.GiveBackWork;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Message;
import org.tierline.ticket.NewAttachment;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.ReceiveReply;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.TicketTriaged;
import org.tierline.ticket.WriteMessage;

class TicketsApiTest {

  private static final String OUTAGE =
      """
      {"requester":{"email":"carla@customer.example","name":"Carla"},
       "subject":"System down","text":"Nothing works.","channel":"API"}""";

  private final Clock clock = Clock.fixed(MONDAY_9AM, ZoneOffset.UTC);
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryWorkList workList = new InMemoryWorkList();
  private final RecordedFacts facts = new RecordedFacts();
  private final TriageWatch triageWatch = new TriageWatch();
  private final OpenTicket openTicket =
      new OpenTicket(tickets, new RecogniseCustomer(customers, clock), facts, clock);
  private final AcceptTicket acceptTicket =
      new AcceptTicket(openTicket, new InMemoryReceipts(), clock);
  private final WriteMessage writeMessage = new WriteMessage(tickets, agents, facts, clock);
  private final ApiInMemory api =
      new ApiInMemory(
          new TicketsResource(
              acceptTicket,
              triageWatch,
              new TicketViews(tickets, customers, workList, new InMemorySurveys(), clock),
              writeMessage,
              new ClaimWork(tickets, workList),
              new FinishWork(tickets, writeMessage, workList),
              new GiveBackWork(tickets, writeMessage, workList),
              workList,
              new CustomerLimits(100, 3, clock),
              new DeskSettings(
                  "Tierline", java.net.URI.create("https://desk.example"), ZoneOffset.UTC)));

  {
    agents.add(AgentFixture.agent(ANA, TeamId.TIER1));
    agents.add(AgentFixture.agent(TOM, TeamId.TIER1));
    facts.on(
        TicketOpened.class,
        opened -> {
          tickets
              .get(opened.ticket())
              .triage(new Category("OUTAGE"), Priority.CRITICAL, TeamId.TIER1, "rule", MONDAY_9AM);
          triageWatch.triaged(new TicketTriaged(opened.ticket()));
        });
  }

  @Nested
  class Opening {

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
          "{\"priority\":\"HIGH\"} | priority",
          "{\"requester\":{\"email\":\"a@b.example\"},\"subject\":\"s\",\"text\":\"t\",\"channel\":\"FAX\"} | channel",
          "{\"requester\":{\"email\":\"a@b.example\"},\"subject\":\"s\",\"text\":\"t\",\"channel\":\"PHONE\"} | channel"
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

  @Nested
  class Reading {

    @Test
    void aTicketHasTheShapeOthersRelyOn() {
      Ticket ticket = aTicketWithAPicture();

      JsonNode json = json(api.as(Caller.ANA).get("/api/v1/tickets/5001"));

      assertThat(json.fieldNames())
          .toIterable()
          .contains(
              "number",
              "subject",
              "status",
              "category",
              "priority",
              "team",
              "assignee",
              "requester",
              "channel",
              "createdAt",
              "updatedAt",
              "messages",
              "sla");
      assertThat(json.get("createdAt").asText()).isEqualTo(MONDAY_9AM.toString());
      JsonNode message = json.get("messages").get(0);
      assertThat(message.fieldNames())
          .toIterable()
          .contains(
              "id", "direction", "author", "at", "text", "visibleReply", "html", "attachments");
      assertThat(message.get("attachments").get(0).fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("name", "contentType", "size", "sha256", "url");
      assertThat(content(api.get("/api/v1/tickets/5001")))
          .doesNotContain(ticket.statusToken().value());
    }

    @Test
    void aFileIsHandedOutSoThatNoBrowserOpensIt() {
      aTicketWithAPicture();
      JsonNode json = json(api.as(Caller.ANA).get("/api/v1/tickets/5001"));
      String url = json.at("/messages/0/attachments/0/url").asText();

      MockHttpResponse answer = api.get(url);

      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.getOutputHeaders().getFirst("Content-Disposition"))
          .hasToString("attachment; filename=\"_evil_.html\"; filename*=UTF-8''%22evil%22.html");
      assertThat(type(answer)).isEqualTo("application/octet-stream");
      assertThat(answer.getOutputHeaders().getFirst("Content-Security-Policy"))
          .hasToString("sandbox; default-src 'none'");
    }

    @Test
    void strangersReadNothing() {
      aTicketWithAPicture();

      MockHttpResponse answer = api.as(Caller.ANYBODY).get("/api/v1/tickets/5001");

      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.getOutputHeaders().getFirst("WWW-Authenticate").toString())
          .startsWith("Basic");
      assertThat(type(answer)).isEqualTo("application/problem+json");
    }

    @Test
    void aBrowserIsNotAskedForAPasswordInABox() {
      MockHttpResponse answer = api.with("Sec-Fetch-Mode", "cors").get("/api/v1/tickets");

      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.getOutputHeaders()).doesNotContainKey("WWW-Authenticate");
    }

    @Test
    void listsByStatusAndWords() {
      api.post("/api/v1/tickets", OUTAGE);
      api.post("/api/v1/tickets", OUTAGE.replace("System down", "Printer on fire"));

      JsonNode found = json(api.as(Caller.ANA).get("/api/v1/tickets?status=NEW&q=printer"));

      assertThat(found.get("tickets").findValuesAsText("number")).containsExactly("5002");
      assertThat(found.get("more").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
      "/api/v1/tickets?status=SLEEPING,400",
      "/api/v1/tickets?page=-1,400",
      "/api/v1/tickets/99,404",
      "/api/v1/tickets/0,404",
      "/api/v1/tickets/abc,404",
      "/api/v1/nothing,404"
    })
    void aWrongQuestionGetsAProblem(String path, int status) {
      MockHttpResponse answer = api.as(Caller.ANA).get(path);

      assertThat(answer.getStatus()).isEqualTo(status);
      assertThat(type(answer)).isEqualTo("application/problem+json");
    }

    @Test
    void aWrongMethodAndAWrongKindOfContentGetAProblem() {
      var wrongMethod = api.as(Caller.ANA).put("/api/v1/tickets/5001", "{}");
      var wrongContent = api.postForm("/api/v1/tickets", "a=b");

      assertThat(wrongMethod.getStatus()).isEqualTo(405);
      assertThat(type(wrongMethod)).isEqualTo("application/problem+json");
      assertThat(wrongContent.getStatus()).isEqualTo(415);
      assertThat(type(wrongContent)).isEqualTo("application/problem+json");
    }

    private Ticket aTicketWithAPicture() {
      var file = new NewAttachment("\"evil\".html", "text/html", new byte[] {60, 98, 62});
      var content =
          new Content("see", "see", Optional.of("<p>see</p>"), Optional.empty(), List.of(file));
      return openTicket.open(
          new org.tierline.ticket.NewTicket(
              TicketFixture.CARLA_MAIL,
              Optional.of("Carla"),
              "Picture",
              Channel.EMAIL,
              content,
              Optional.empty()));
    }
  }

  @Nested
  class Working {

    private final Ticket ticket =
        openTicket.open(TicketFixture.aRequest("Printer on fire", "It burns."));

    {
      workList.add("task-1", "Task_WorkOnTicket", 5001, Optional.of(ANA));
    }

    @Test
    void theAgentSeesTheWorkTheCustomerAndTheirEarlierTickets() {
      openTicket.open(TicketFixture.aRequest("Earlier", "x"));

      JsonNode work = json(api.as(Caller.ANA).get("/api/v1/tickets/5001/work"));

      assertThat(work.at("/items/0/id").asText()).isEqualTo("task-1");
      assertThat(work.at("/items/0/mine").asBoolean()).isTrue();
      assertThat(work.at("/customer/email").asText()).isEqualTo("carla@customer.example");
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
    void escalatingHandsOverWithItsReason() {
      String body =
          """
          {"task":"task-1","outcome":"ESCALATE","reason":"Needs a fireman","team":"tier2"}""";

      api.as(Caller.ANA).post("/api/v1/tickets/5001/work", body);

      assertThat(lastMessage().purpose()).isEqualTo(Purpose.ESCALATION);
      assertThat(workList.resultOf("task-1").orElseThrow().handOverTo()).contains(TeamId.TIER2);
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
                      "{\"task\":\"task-1\",\"text\":\"Asked the fire brigade.\"}"));

      assertThat(work.at("/items/0/owner").isNull()).isTrue();
      assertThat(lastMessage().purpose()).isEqualTo(Purpose.NOTE);
    }

    @Test
    void nobodyGivesBackTheWorkOfAnother() {
      var others =
          api.as(Caller.TOM).post("/api/v1/tickets/5001/give-back", "{\"task\":\"task-1\"}");
      var unknown =
          api.as(Caller.ANA).post("/api/v1/tickets/5001/give-back", "{\"task\":\"task-7\"}");

      assertThat(json(others).get("detail").asText()).isEqualTo("This work belongs to ana");
      assertThat(json(unknown).get("type").asText()).isEqualTo("/problems/already-done");
      assertThat(workList.ofTicket(5001))
          .first()
          .extracting(WorkItem::owner)
          .isEqualTo(Optional.of(ANA));
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
          "{\"task\":\"task-1\",\"outcome\":\"ESCALATE\"} | reason",
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

  private static String type(MockHttpResponse answer) {
    return String.valueOf(answer.getOutputHeaders().getFirst("Content-Type"));
  }

  private static String content(MockHttpResponse answer) {
    try {
      return answer.getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(MockHttpResponse answer) {
    try {
      return new ObjectMapper().readTree(content(answer));
    } catch (IOException e) {
      throw new IllegalStateException(content(answer), e);
    }
  }
}
