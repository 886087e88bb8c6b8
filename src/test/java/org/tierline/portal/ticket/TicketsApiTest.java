package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.portal.ticket.TicketsApi.OUTAGE;
import static org.tierline.portal.ticket.TicketsApi.content;
import static org.tierline.portal.ticket.TicketsApi.json;
import static org.tierline.portal.ticket.TicketsApi.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.agent.AgentFixture;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.NewAttachment;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;
import org.tierline.ticket.TicketNumber;

class TicketsApiTest {

  private final TicketsApi desk = new TicketsApi();
  private final OpenTicket openTicket = desk.openTicket;
  private final ApiInMemory api = desk.api;

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
        .contains("id", "direction", "author", "at", "text", "visibleReply", "html", "attachments");
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
  void whoReadsTheTicketMayLoadTheMailItCameIn() {
    UUID kept = desk.files.keep("From: carla".getBytes(StandardCharsets.UTF_8)).id();
    open(Content.typed("It burns.").keptAs(Optional.of(kept)));
    open(Content.typed("It burns, too."));
    JsonNode message = json(api.as(Caller.ANA).get("/api/v1/tickets/5001")).at("/messages/0");
    String url = message.get("original").asText();

    MockHttpResponse answer = api.get(url);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(content(answer)).isEqualTo("From: carla");
    assertThat(answer.getOutputHeaders().getFirst("Content-Disposition"))
        .hasToString("attachment; filename=\"5001-1.eml\"; filename*=UTF-8''5001-1.eml");
    assertThat(answer.getOutputHeaders().getFirst("X-Content-Type-Options")).hasToString("nosniff");
    assertThat(answer.getOutputHeaders().getFirst("Content-Security-Policy"))
        .hasToString("sandbox; default-src 'none'");
    assertThat(api.as(Caller.ANYBODY).get(url).getStatus()).isEqualTo(401);
    assertThat(api.as(Caller.ANA).get(url.replace("5001", "5002")).getStatus())
        .as("the message of another ticket")
        .isEqualTo(404);
  }

  @Test
  void whatDidNotComeByMailHasNoOriginal() {
    open(Content.typed("It burns."));
    JsonNode message = json(api.as(Caller.ANA).get("/api/v1/tickets/5001")).at("/messages/0");

    assertThat(message.get("original").isNull()).isTrue();
    String url = "/api/v1/tickets/5001/messages/" + message.get("id").asText() + "/original";
    assertThat(api.get(url).getStatus()).isEqualTo(404);
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

  @Test
  void listsWhoseTheyAreAndWhatIsDueFirst() {
    api.post("/api/v1/tickets", OUTAGE);
    api.post("/api/v1/tickets", OUTAGE.replace("System down", "Printer on fire"));
    desk.tickets
        .find(new TicketNumber(5001))
        .orElseThrow()
        .assignTo(AgentFixture.ANA, "her turn", MONDAY_9AM);
    desk.tickets.all().forEach(ticket -> desk.sla.promiseResponse.promise(ticket.id()));

    api.as(Caller.ANA);
    assertThat(numbers("/api/v1/tickets?assignee=me")).containsExactly("5001");
    assertThat(numbers("/api/v1/tickets?assignee=ana&team=lead")).isEmpty();
    assertThat(numbers("/api/v1/tickets?assignee=none")).containsExactly("5002");
    assertThat(numbers("/api/v1/tickets?order=due")).containsExactly("5002", "5001");
    assertThat(json(api.get("/api/v1/tickets/5001")).at("/sla/dueAt").asText())
        .isEqualTo(MONDAY_9AM.plus(Duration.ofHours(1)).toString());
  }

  private List<String> numbers(String list) {
    return json(api.get(list)).get("tickets").findValuesAsText("number");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/tickets?status=SLEEPING,400",
    "/api/v1/tickets?page=-1,400",
    "/api/v1/tickets?assignee=%20,400",
    "/api/v1/tickets?team=Tier%201,400",
    "/api/v1/tickets?order=oldest,400",
    "/api/v1/tickets?q=%00,400",
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
  void whatNoTicketCanHoldIsNotLookedFor() {
    MockHttpResponse answer = api.as(Caller.ANA).get("/api/v1/tickets?q=a%00b");

    assertThat(json(answer).get("errors").findValuesAsText("field")).containsExactly("q");
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

  @Test
  void aPictureIsShownInItsPlaceToStaffAndNothingElseIs() {
    var picture = new NewAttachment("a.png", "image/png", "a b@x", desk.files.keep(new byte[] {1}));
    var page = new NewAttachment("b.html", "text/html", "page@x", desk.files.keep(new byte[] {2}));
    String html =
        "<img src=\"cid:a%20b&#64;x\" /><img src=\"cid:page&#64;x\" alt=\"p\" /><img src=\"cid:no\" />";
    openTicket.open(
        new org.tierline.ticket.NewTicket(
            TicketFixture.CARLA_MAIL,
            Optional.of("Carla"),
            "Picture",
            Channel.EMAIL,
            new Content("", "", Optional.of(html), Optional.empty(), List.of(picture, page)),
            Optional.empty()));

    JsonNode message = json(api.as(Caller.ANA).get("/api/v1/tickets/5001")).at("/messages/0");
    String shown = message.at("/attachments/0/url").asText() + "/picture";
    String notShown = message.at("/attachments/1/url").asText() + "/picture";
    MockHttpResponse answer = api.get(shown);

    assertThat(message.at("/html").asText())
        .isEqualTo("<img src=\"" + shown + "\" /><img alt=\"p\" /><img />");
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo("image/png");
    assertThat(answer.getOutputHeaders().getFirst("X-Content-Type-Options")).hasToString("nosniff");
    assertThat(answer.getOutputHeaders().getFirst("Content-Security-Policy"))
        .hasToString("sandbox; default-src 'none'");
    assertThat(api.get(notShown).getStatus()).isEqualTo(404);
    assertThat(api.as(Caller.ANYBODY).get(shown).getStatus()).isEqualTo(401);
  }

  private Ticket aTicketWithAPicture() {
    var file =
        new NewAttachment("\"evil\".html", "text/html", desk.files.keep(new byte[] {60, 98, 62}));
    var content =
        new Content("see", "see", Optional.of("<p>see</p>"), Optional.empty(), List.of(file));
    return open(content);
  }

  private Ticket open(Content content) {
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
