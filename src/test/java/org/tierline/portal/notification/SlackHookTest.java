package org.tierline.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;

import jakarta.ws.rs.core.MediaType;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.agent.TeamId;
import org.tierline.notification.SlackDesk;
import org.tierline.portal.ApiInMemory;

/** What happens when somebody presses a button or gives a command in Slack. */
class SlackHookTest {

  private static final String ANSWER_TO = "https://hooks.slack.com/actions/T0/1/answer";

  private final SlackDesk desk = new SlackDesk();
  private final ApiInMemory api =
      new ApiInMemory(new SlackHook(desk.signature(), desk.answerSlack()));
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

    press("U-ANA", "escalate");

    assertThat(desk.answers())
        .last()
        .asString()
        .contains("https://desk.example/desk/tickets/" + ticket + "#escalate");
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
