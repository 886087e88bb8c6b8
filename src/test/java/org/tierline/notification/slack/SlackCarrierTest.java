package org.tierline.notification.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.outbox.DeliveryFailedException;
import org.tierline.platform.outbox.DeliveryFailedException.Kind;
import org.tierline.platform.outbox.Effect;

/** How the desk talks to Slack, by Slack's own client. */
class SlackCarrierTest {

  private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");

  private SlackStandIn slack;
  private SlackCarrier carrier;

  @BeforeEach
  void startSlack() {
    slack = new SlackStandIn();
    carrier = carrier(slack.uri("/services/T0/B0/secret"));
  }

  private SlackCarrier carrier(URI webhook) {
    var settings =
        new SlackSettings(
            Optional.of("xoxb-secret"),
            Optional.of(webhook),
            Map.of("tier1", "C123"),
            Optional.empty(),
            slack.uri("/api/"));
    return new SlackCarrier(
        settings,
        new DeskSettings("Tierline", URI.create("https://desk.example"), ZoneId.of("UTC")),
        new SlackConnection(settings));
  }

  @AfterEach
  void stopSlack() {
    slack.close();
  }

  @Test
  void writesIntoAChannelAsTheDesksApp() throws Exception {
    Effect effect = effect("C123", "Ticket #5734 <!channel> & more");

    carrier.carry(List.of(effect));

    SlackStandIn.Asked asked = slack.asked().get(0);
    assertThat(asked.path()).isEqualTo("/api/chat.postMessage");
    assertThat(asked.authorization()).isEqualTo("Bearer xoxb-secret");
    assertThat(asked.form())
        .containsEntry("channel", "C123")
        .containsEntry("text", "Ticket #5734 &lt;!channel&gt; &amp; more")
        .containsEntry("unfurl_links", "0");
    assertThat(asked.form().get("blocks"))
        .contains("&lt;!channel&gt;", "\"action_id\":\"take\"", "\"value\":\"5734\"")
        .doesNotContain("<!channel>");
    assertThat(asked.form().get("metadata")).contains(effect.key().toString());
  }

  @Test
  void writesByAWebhookWhoseAddressIsInNoEffect() throws Exception {
    slack.answers(200, "ok", Map.of());

    carrier.carry(List.of(effect(SlackPost.WEBHOOK, "Hello")));

    assertThat(slack.asked().get(0).path()).isEqualTo("/services/T0/B0/secret");
    assertThat(slack.asked().get(0).body()).contains("\"text\":\"Hello\"");
  }

  @Test
  void answersOnlyTheOneWhoAsked() throws Exception {
    carrier.carry(List.of(effect(slack.uri("/actions/T0/1/x").toString(), "It is yours.")));

    assertThat(slack.asked().get(0).path()).isEqualTo("/actions/T0/1/x");
    assertThat(slack.asked().get(0).body()).contains("\"response_type\":\"ephemeral\"");
  }

  @Test
  void whatHadToWaitIsOneMessage() throws Exception {
    carrier.carry(List.of(effect("C123", "one"), effect("C123", "two <b>")));

    assertThat(slack.asked()).hasSize(1);
    assertThat(slack.asked().get(0).form().get("text"))
        .isEqualTo("While Slack could not be reached: 2 notes");
    assertThat(slack.asked().get(0).form().get("blocks"))
        .contains("09:00", "one", "two &lt;b&gt;")
        .doesNotContain("action_id");
  }

  @Test
  void aThousandNotesFitIntoOneMessage() throws Exception {
    List<Effect> many =
        java.util.stream.IntStream.range(0, 1000).mapToObj(i -> effect("C1", "note " + i)).toList();

    carrier.carry(many);

    assertThat(slack.asked().get(0).form().get("blocks"))
        .contains("and 980 more")
        .hasSizeLessThan(4000);
  }

  @Test
  void leavesSlackAloneForAsLongAsItAsks() {
    slack.answers(429, "{\"ok\":false,\"error\":\"ratelimited\"}", Map.of("Retry-After", "90"));

    DeliveryFailedException failure = failure(effect("C123", "x"));

    assertThat(failure.kind()).isEqualTo(Kind.SERVER_DOWN);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(90));
  }

  @Test
  void aWebhookMayBeRateLimitedToo() {
    slack.answers(429, "rate_limited", Map.of("Retry-After", "7"));

    assertThat(failure(effect(SlackPost.WEBHOOK, "x")).retryAfter())
        .contains(Duration.ofSeconds(7));
  }

  @Test
  void whatIsWrongForGoodIsNotTriedAgain() {
    for (String error : List.of("channel_not_found", "is_archived", "invalid_auth")) {
      slack.answers(200, "{\"ok\":false,\"error\":\"%s\"}".formatted(error), Map.of());

      DeliveryFailedException failure = failure(effect("C123", "x"));

      assertThat(failure.kind()).isEqualTo(Kind.NEVER);
      assertThat(failure).hasMessage("Slack says: " + error);
    }
    slack.answers(404, "no_service", Map.of());
    assertThat(failure(effect(SlackPost.WEBHOOK, "x")).kind()).isEqualTo(Kind.NEVER);
  }

  @Test
  void slacksOwnTroublesPass() {
    slack.answers(200, "{\"ok\":false,\"error\":\"internal_error\"}", Map.of());
    assertThat(failure(effect("C123", "x")).kind()).isEqualTo(Kind.SERVER_DOWN);
    slack.answers(503, "", Map.of());
    assertThat(failure(effect("C123", "x")).kind()).isEqualTo(Kind.SERVER_DOWN);
    slack.close();
    assertThat(failure(effect("C123", "x")).kind()).isEqualTo(Kind.SERVER_DOWN);
  }

  @Test
  void noRedirectAndNoAddressLeadsTheDeskElsewhere() {
    slack.answers(302, "", Map.of("Location", slack.uri("/internal").toString()));
    assertThat(failure(effect(SlackPost.WEBHOOK, "x")).kind()).isEqualTo(Kind.NEVER);
    assertThat(slack.asked()).hasSize(1);

    assertThat(failure(effect("http://169.254.169.254/latest", "x")).kind()).isEqualTo(Kind.NEVER);
  }

  @Test
  void noFailureNamesASecret() {
    slack.answers(500, "xoxb-not-ours", Map.of());

    assertThat(failure(effect("C123", "x"))).message().doesNotContain("xoxb-secret");
  }

  private DeliveryFailedException failure(Effect effect) {
    return catchThrowableOfType(
        DeliveryFailedException.class, () -> carrier.carry(List.of(effect)));
  }

  private static Effect effect(String target, String text) {
    return new Effect(
        UUID.randomUUID(),
        SlackPost.KIND,
        Optional.empty(),
        target,
        SlackNotes.write(
            new SlackNote(
                text,
                "https://desk.example/desk/tickets/5734",
                Optional.of(5734L),
                AT,
                Optional.empty(),
                false)));
  }
}
