package org.tierline.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.agent;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.TeamId;
import org.tierline.notification.SlackDesk;
import org.tierline.platform.TestClock;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;

class MePagesTest {

  private static final String SETTINGS = "/api/v1/me/notification-settings";

  private final SlackDesk desk = new SlackDesk();
  private final ApiInMemory api =
      new ApiInMemory(
              new MePages(
                  new Pages(desk.settings()),
                  new Reader(desk.agents()),
                  desk.agents(),
                  desk.choosePreferences(),
                  new TestClock()),
              new NotificationSettingsResource(desk.agents(), desk.choosePreferences()))
          .as(Caller.ANA);

  @BeforeEach
  void employAna() {
    desk.agents().add(agent(ANA, TeamId.TIER1));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void showsTheUsualWaysAndKeepsWhatIsChosen() {
    assertThat(checked(page(api.get("/desk/me")), "ASSIGNED")).containsExactly("mail", "bell");

    MockHttpResponse answer =
        api.postForm(
            "/desk/me",
            "way=ASSIGNED%3Aslack&way=SLA_BREACH%3Amail&way=SLA_BREACH%3Abell&quietFrom=22%3A00&quietUntil=07%3A00"
                + "&zone=Europe%2FBerlin&digest=4&pierce=yes");
    assertThat(answer.getStatus()).isEqualTo(303);

    Document page = page(api.get("/desk/me?saved=true"));
    assertThat(page.select("[role=status]").text()).isEqualTo("Saved.");
    assertThat(checked(page, "ASSIGNED")).containsExactly("slack");
    assertThat(checked(page, "SLA_BREACH")).containsExactly("mail", "bell");
    assertThat(checked(page, "CUSTOMER_WROTE")).isEmpty();
    assertThat(page.select("#quietFrom").attr("value")).isEqualTo("22:00");
    assertThat(page.select("option[selected]").text()).isEqualTo("Every 4 hours");
    assertThat(page.select("[name=pierce]").hasAttr("checked")).isTrue();
  }

  @Test
  void whatMakesNoSenseIsSaidKindly() {
    for (String form :
        new String[] {
          "zone=Mars&digest=0",
          "zone=UTC&digest=0&quietFrom=22%3A00",
          "zone=UTC&digest=0&quietFrom=22%3A00&quietUntil=22%3A00",
          "zone=UTC&digest=5",
          "zone=UTC&digest=often"
        }) {
      MockHttpResponse answer = api.postForm("/desk/me", form);

      assertThat(answer.getStatus()).as(form).isEqualTo(422);
      assertThat(Jsoup.parse(text(answer)).select("[role=alert]").text()).as(form).isNotEmpty();
    }
  }

  @Test
  void aSlackAccountIsConnectedByACode() {
    assertThat(page(api.get("/desk/me")).select("pre.code")).isEmpty();

    api.postForm("/desk/me/slack", "");

    String command = page(api.get("/desk/me")).select("pre.code").text();
    assertThat(command).matches("/tierline connect [A-Z2-9]{10}");
    desk.answerSlack().command("U-ANA", command.substring("/tierline ".length()));
    assertThat(page(api.get("/desk/me")).select("#slack code").text()).isEqualTo("U-ANA");
    api.postForm("/desk/me/slack/disconnect", "");
    assertThat(page(api.get("/desk/me")).select("#slack code")).isEmpty();
  }

  @Test
  void programsReadAndWriteTheSame() {
    String usual = text(api.get(SETTINGS));
    assertThat(usual)
        .contains("\"ASSIGNED\":{\"mail\":true,\"slack\":false,\"bell\":true}")
        .contains("\"quietFrom\":null", "\"digestHours\":0", "\"slackConnected\":false");

    MockHttpResponse changed =
        api.put(
            SETTINGS,
            "{\"channels\":{\"ASSIGNED\":{\"mail\":false,\"slack\":false,\"bell\":true}},"
                + "\"quietFrom\":\"22:00\",\"quietUntil\":\"06:00\",\"zone\":\"Asia/Kolkata\","
                + "\"digestHours\":8,\"alarmsPierce\":true}");

    assertThat(changed.getStatus()).isEqualTo(200);
    assertThat(text(api.get(SETTINGS)))
        .contains("\"ASSIGNED\":{\"mail\":false,\"slack\":false,\"bell\":true}")
        .contains("\"quietUntil\":\"06:00\"", "Asia/Kolkata", "\"digestHours\":8");
    assertThat(
            api.put(
                    SETTINGS,
                    "{\"channels\":{},\"zone\":\"UTC\",\"digestHours\":7,\"alarmsPierce\":true}")
                .getStatus())
        .isEqualTo(400);
  }

  private static List<String> checked(Document page, String kind) {
    return page.select("[value^=" + kind + ":][checked]").eachAttr("value").stream()
        .map(value -> value.substring(kind.length() + 1))
        .toList();
  }

  private static Document page(MockHttpResponse answer) {
    assertThat(answer.getStatus()).isEqualTo(200);
    return Jsoup.parse(text(answer));
  }

  private static String text(MockHttpResponse answer) {
    try {
      return answer.getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
