package org.tierline.notification.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.outbox.DeliveryFailedException;
import org.tierline.platform.outbox.Effect;

/** Whether what we send is what Slack's published contract (OpenAPI, 2020) takes. */
@EnabledIfSystemProperty(named = "tierline.corpora", matches = ".+")
class SlackContractEvaluationTest {

  /** What Slack takes today and did not take when the contract was written. */
  private static final Set<String> YOUNGER_THAN_THE_CONTRACT = Set.of("metadata");

  @Test
  void aNoteIsWhatChatPostMessageTakesAndAnswersAreUnderstood() throws Exception {
    JsonNode method = method("/chat.postMessage", "post");
    Set<String> known = names(method, "formData", false);
    Set<String> required = names(method, "formData", true);
    try (var slack = new SlackStandIn()) {
      SlackSettings settings = settings(slack);
      var carrier =
          new SlackCarrier(
              settings,
              new DeskSettings("Tierline", URI.create("https://desk.example"), ZoneId.of("UTC")),
              new SlackConnection(settings));
      slack.answers(
          200, method.at("/responses/200/examples/application~1json").toString(), Map.of());

      carrier.carry(List.of(effect()));

      Set<String> sent = new TreeSet<>(slack.asked().get(0).form().keySet());
      sent.removeAll(YOUNGER_THAN_THE_CONTRACT);
      assertThat(known).containsAll(sent);
      assertThat(sent).containsAll(required);
      for (JsonNode error : method.at("/responses/default/schema/properties/error/enum")) {
        slack.answers(200, "{\"ok\":false,\"error\":\"" + error.asText() + "\"}", Map.of());
        DeliveryFailedException.Kind expected =
            error.asText().equals("rate_limited")
                ? DeliveryFailedException.Kind.SERVER_DOWN
                : DeliveryFailedException.Kind.NEVER;
        assertThat(kindOfFailure(carrier)).as(error.asText()).isEqualTo(expected);
      }
    }
  }

  @Test
  void aFormIsWhatViewsOpenTakesAndAnswersAreUnderstood() throws Exception {
    JsonNode method = method("/views.open", "get"); // either will do, the contract names this one
    try (var slack = new SlackStandIn()) {
      SlackForms forms = SlackStandIn.forms(settings(slack));
      slack.answers(
          200, method.at("/responses/200/examples/application~1json").toString(), Map.of());
      slack.answers(
          200, method.at("/responses/default/examples/application~1json").toString(), Map.of());

      assertThat(forms.open("T1", form())).isTrue();
      assertThat(forms.open("T2", form())).isFalse();

      Set<String> sent = slack.asked().get(0).form().keySet();
      assertThat(names(method, "query", false)).containsAll(sent);
      assertThat(sent).containsAll(names(method, "query", true));
    }
  }

  private static SlackForm form() {
    return new SlackForm(
        "hand-over",
        "5734 task",
        "Hand over #5734",
        new SlackForm.Choice("team", "To", "The usual next team", Map.of("tier2", "Tier 2")),
        List.of(new SlackForm.Question("tried", "What was tried", "And what came of it.")));
  }

  private static JsonNode method(String path, String verb) throws IOException {
    return new ObjectMapper()
        .readTree(
            Path.of(System.getProperty("tierline.corpora"))
                .resolve("api-contracts/slack/slack_web_openapi_v2.json")
                .toFile())
        .path("paths")
        .path(path)
        .path(verb);
  }

  private static SlackSettings settings(SlackStandIn slack) {
    return new SlackSettings(
        Optional.of("xoxb-1"), Optional.empty(), Map.of(), Optional.empty(), slack.uri("/api/"));
  }

  private static DeliveryFailedException.Kind kindOfFailure(SlackCarrier carrier) {
    try {
      carrier.carry(List.of(effect()));
      throw new AssertionError("Slack refused, and nobody noticed");
    } catch (DeliveryFailedException e) {
      return e.kind();
    }
  }

  /** The token goes into a header of its own today. */
  private static Set<String> names(JsonNode method, String where, boolean requiredOnly) {
    return StreamSupport.stream(method.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals(where))
        .filter(parameter -> !requiredOnly || parameter.path("required").asBoolean())
        .map(parameter -> parameter.path("name").asText())
        .collect(Collectors.toSet());
  }

  private static Effect effect() {
    return new Effect(
        UUID.randomUUID(),
        SlackPost.KIND,
        Optional.empty(),
        "C1",
        SlackNotes.write(
            new SlackNote(
                "Ticket #5734 is yours now.",
                "https://desk.example/desk/tickets/5734",
                Optional.of(5734L),
                Instant.EPOCH,
                Optional.empty(),
                true)));
  }
}
