package org.tierline.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;

import jakarta.ws.rs.core.MediaType;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkResult;
import org.tierline.notification.SlackDesk;
import org.tierline.notification.slack.SlackStandIn;
import org.tierline.portal.ApiInMemory;
import org.tierline.ticket.HandOverNote;

/** What happens when somebody presses a button or gives a command in Slack. */
class SlackHookTest {

  private static final String ANSWER_TO = "https://hooks.slack.com/actions/T0/1/answer";

  private static final String VIEW = "{\"ok\":true,\"view\":{\"id\":\"V1\"}}";

  private final SlackDesk desk = new SlackDesk();
  private final ApiInMemory api =
      new ApiInMemory(new SlackHook(desk.signature(), desk.answerSlack(), desk.handOver()));
  private final InMemoryWorkList work = desk.workList();
  private long ticket;
  private int presses;

  @BeforeEach
  void openATicket() {
    desk.agents().add(agent(ANA, TeamId.TIER1));
    desk.agents().add(agent(TOM, TeamId.TIER1));
    ticket = desk.openTicket("Printer on fire");
    work.add("task", "Task_WorkOnTicket", ticket, Optional.empty());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whoConnectedTheirAccountTakesATicketAndPressingTwiceIsNoMistake() {
    connect("U-ANA");

    assertThat(press("U-ANA", "take").getStatus()).isEqualTo(200);
    assertThat(desk.answers()).containsExactly("#" + ticket + " is yours now.");
    assertThat(work.ofTicket(ticket).get(0).owner()).contains(ANA);

    press("U-ANA", "take");
    assertThat(desk.answers()).last().isEqualTo("#" + ticket + " is yours.");
  }

  @Test
  void theSameRequestTwiceIsDoneOnce() {
    connect("U-ANA");
    String body = pressing("U-ANA", "take", ticket);

    send(body);
    assertThat(send(body).getStatus()).isEqualTo(200);

    assertThat(desk.answers()).hasSize(1);
  }

  @Test
  void aStrangerIsToldKindlyHowToConnectAndNothingElseHappens() {
    press("U-STRANGER", "take");

    assertThat(desk.answers())
        .containsExactly(
            "The desk does not know yet who you are. Connect your Slack account at"
                + " https://desk.example/desk/me");
    assertThat(work.ofTicket(ticket).get(0).owner()).isEmpty();
  }

  @Test
  void whatIsAColleaguesStaysTheirs() {
    work.add("task", "Task_WorkOnTicket", ticket, Optional.of(TOM));
    connect("U-ANA");

    press("U-ANA", "take");

    assertThat(desk.answers()).last().asString().contains("cannot be taken", "tom");
  }

  @Test
  void aTicketWithoutWorkCannotBeTaken() {
    connect("U-ANA");

    send(pressing("U-ANA", "take", ticket + 1000));
    assertThat(desk.answers()).last().asString().contains("no such ticket");
  }

  @Test
  void toHandOverTheDeskAsksForWhatTheNextTeamNeeds() {
    connect("U-ANA");
    desk.slack().answers(200, VIEW, Map.of());

    press("U-ANA", "escalate");

    SlackStandIn.Asked asked = desk.slack().asked().get(0);
    assertThat(asked.path()).isEqualTo("/api/views.open");
    assertThat(asked.form()).containsEntry("trigger_id", String.valueOf(presses));
    assertThat(asked.form().get("view"))
        .contains("\"callback_id\":\"hand-over\"")
        .contains("\"private_metadata\":\"" + ticket + " task\"")
        .contains("tried", "reproduced", "missing", "Tier 2 specialists")
        .doesNotContain("\"value\":\"tier1\"");
    assertThat(desk.answers()).isEmpty();
  }

  @Test
  void aFormThatWasFilledInHandsTheTicketOver() {
    connect("U-ANA");

    String shown = text(fillIn("U-ANA", "task", "Restarted it.", "On two machines.", "A log."));

    assertThat(shown)
        .contains("\"response_action\":\"update\"", "handed over with everything you wrote");
    assertThat(work.resultOf("task"))
        .contains(new WorkResult("ESCALATE", Optional.of(new TeamId("tier2"))));
    assertThat(desk.ticket(ticket).lastHandOver().orElseThrow().note())
        .isEqualTo(new HandOverNote("Restarted it.", "On two machines.", "A log."));
    assertThat(desk.ticket(ticket).lastHandOver().orElseThrow().by().id()).isEqualTo("ana");
  }

  @Test
  void aFormThatSaysTooLittleTellsWhereAndNothingHappens() {
    connect("U-ANA");

    assertThat(text(fillIn("U-ANA", "task", "Restarted it.", "  ", "A log.")))
        .isEqualTo(
            "{\"response_action\":\"errors\",\"errors\":{\"reproduced\":\"Must say something\"}}");
    assertThat(work.resultOf("task")).isEmpty();
  }

  @Test
  void aFormIsOnlyForWhoeverHasTheWork() {
    work.add("task", "Task_WorkOnTicket", ticket, Optional.of(TOM));
    connect("U-ANA");

    press("U-ANA", "escalate");
    assertThat(desk.answers()).last().asString().contains("it is the work of tom");
    assertThat(desk.slack().asked()).isEmpty();

    assertThat(text(fillIn("U-ANA", "task", "a", "b", "c")))
        .contains("was not handed over: This work belongs to tom");
    assertThat(text(fillIn("U-STRANGER", "task", "a", "b", "c"))).contains("does not know yet");
    assertThat(text(fillIn("U-ANA", "gone", "a", "b", "c"))).contains("finished this work before");
    assertThat(work.resultOf("task")).isEmpty();
  }

  @Test
  void whenSlackShowsNoFormTheDesksOwnIsAClickAway() {
    connect("U-ANA");
    desk.slack().answers(200, "{\"ok\":false,\"error\":\"expired_trigger_id\"}", Map.of());

    press("U-ANA", "escalate");

    assertThat(desk.answers())
        .last()
        .asString()
        .contains("https://desk.example/desk/tickets/" + ticket + "#escalate");
  }

  @Test
  void aFormTheDeskNeverShowedIsRefused() {
    connect("U-ANA");

    assertThat(fillIn("U-ANA", "task or more", "a", "b", "c").getStatus()).isEqualTo(400);
    assertThat(send("payload=" + encoded("{\"type\":\"view_submission\",\"view\":{}}")).getStatus())
        .isEqualTo(400);
  }

  @Test
  void anAccountIsConnectedByWhoCanReadTheDeskAndWriteInSlack() {
    String code = desk.offer(ANA);

    assertThat(text(command("U-ANA", "connect WRONG")))
        .contains("not good any more", "\"response_type\":\"ephemeral\"");
    assertThat(text(command("U-ANA", "connect " + code))).contains("knows you now as Ana");
    assertThat(text(command("U-ANA", ""))).contains("You are Ana");
    assertThat(text(command("U-TOM", "connect " + code))).contains("not good any more");
  }

  @Test
  void aSlackAccountIsOnePersonOnly() {
    connect("U-SHARED");
    command("U-SHARED", "connect " + desk.offer(TOM));

    press("U-SHARED", "take");

    assertThat(work.ofTicket(ticket).get(0).owner()).contains(TOM);
  }

  @Test
  void whatSlackDidNotSignIsRefused() {
    connect("U-ANA");
    String body = pressing("U-ANA", "take", ticket);

    assertThat(api.postForm("/api/hooks/slack", body).getStatus()).isEqualTo(401);
    assertThat(
            api.with("X-Slack-Request-Timestamp", desk.now())
                .with("X-Slack-Signature", desk.sign(desk.now(), body))
                .postForm("/api/hooks/slack", body.replace("take", "tAke"))
                .getStatus())
        .isEqualTo(401);
    assertThat(desk.answers()).isEmpty();
  }

  @Test
  void anAnswerNeverLeavesForElsewhere() {
    connect("U-ANA");
    String body = pressing("U-ANA", "take", ticket);
    String elsewhere =
        body.replace(
            URLEncoder.encode(ANSWER_TO, StandardCharsets.UTF_8), "http%3A%2F%2F127.0.0.1%2Fx");

    assertThat(send(elsewhere).getStatus()).isEqualTo(400);
    assertThat(desk.answers()).isEmpty();
  }

  @Test
  void brokenPayloadsAreRefused() {
    assertThat(send("payload=%7Bbroken").getStatus()).isEqualTo(400);
    assertThat(send("payload=%7B%7D").getStatus()).isEqualTo(200);
    assertThat(send("a=%zz").getStatus()).isEqualTo(400);
  }

  private void connect(String user) {
    command(user, "connect " + desk.offer(ANA));
  }

  private MockHttpResponse command(String user, String text) {
    presses++;
    return send(
        "command=%2Ftierline&user_id="
            + user
            + "&trigger_id="
            + presses
            + "&text="
            + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  private MockHttpResponse press(String user, String action) {
    return send(pressing(user, action, ticket));
  }

  private String pressing(String user, String action, long number) {
    presses++;
    String payload =
        ("{\"type\":\"block_actions\",\"trigger_id\":\"%d\",\"user\":{\"id\":\"%s\"},"
                + "\"actions\":[{\"action_id\":\"%s\",\"value\":\"%d\"}],\"response_url\":\"%s\"}")
            .formatted(presses, user, action, number, ANSWER_TO);
    return "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
  }

  private MockHttpResponse fillIn(
      String user, String task, String tried, String reproduced, String missing) {
    presses++;
    String payload =
        """
        {"type":"view_submission","trigger_id":"%d","user":{"id":"%s"},"view":{
         "callback_id":"hand-over","private_metadata":"%d %s","state":{"values":{
          "team":{"team":{"type":"static_select","selected_option":{"value":"tier2"}}},
          "tried":{"tried":{"type":"plain_text_input","value":"%s"}},
          "reproduced":{"reproduced":{"type":"plain_text_input","value":"%s"}},
          "missing":{"missing":{"type":"plain_text_input","value":"%s"}}}}}}"""
            .formatted(presses, user, ticket, task, tried, reproduced, missing);
    return send("payload=" + encoded(payload));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private MockHttpResponse send(String body) {
    return api.with("X-Slack-Request-Timestamp", desk.now())
        .with("X-Slack-Signature", desk.sign(desk.now(), body))
        .send(
            ApiInMemory.request("POST", "/api/hooks/slack")
                .contentType(MediaType.APPLICATION_OCTET_STREAM) // as the container passes it on
                .content(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(MockHttpResponse answer) {
    try {
      return answer.getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
