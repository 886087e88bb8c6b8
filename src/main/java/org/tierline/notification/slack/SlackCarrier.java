package org.tierline.notification.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.outbox.Carrier;
import org.tierline.platform.outbox.DeliveryFailedException;
import org.tierline.platform.outbox.DeliveryFailedException.Kind;
import org.tierline.platform.outbox.Effect;
import org.tierline.platform.outbox.Patience;

/**
 * Brings notes to Slack by Slack's own client: as the desk's app ({@code chat.postMessage}), by an
 * incoming webhook, or as the answer to a button. While Slack does not take them, notes pile up and
 * go out as one message at most every ten minutes; after four hours they are news no more.
 */
@ApplicationScoped
class SlackCarrier implements Carrier {

  private static final Patience PATIENCE =
      new Patience(List.of(Duration.ofMinutes(10)), Duration.ofHours(4));

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;

  /** What Slack calls its own troubles; whatever else it answers is final. */
  private static final Set<String> PASSING =
      Set.of(
          "fatal_error",
          "internal_error",
          "ratelimited",
          "rate_limited",
          "request_timeout",
          "service_unavailable",
          "team_added_to_org");

  private final SlackSettings settings;
  private final DeskSettings desk;
  private final SlackConnection connection;

  @Inject
  SlackCarrier(SlackSettings settings, DeskSettings desk, SlackConnection connection) {
    this.settings = settings;
    this.desk = desk;
    this.connection = connection;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SlackCarrier() {
    this(null, null, null);
  }

  @Override
  public String kind() {
    return SlackPost.KIND;
  }

  @Override
  public Patience patience() {
    return PATIENCE;
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public boolean goesAnotherWay(Effect heldUp) {
    return SlackNotes.read(heldUp).goesByMailInstead();
  }

  @Override
  public void carry(List<Effect> effects) throws DeliveryFailedException {
    String target = effects.get(0).target();
    SlackMessage message =
        SlackMessage.of(effects.stream().map(SlackNotes::read).toList(), desk.zone());
    try {
      if (target.equals(SlackPost.WEBHOOK)) {
        URI webhook = settings.webhook().orElseThrow(() -> never("There is no webhook any more"));
        post(webhook, message.json(Optional.empty()));
      } else if (target.contains("://")) {
        post(URI.create(target), message.json(Optional.of("ephemeral")));
      } else {
        postAsApp(target, message, effects.get(0).key().toString());
      }
    } catch (IOException e) {
      throw new DeliveryFailedException(Kind.SERVER_DOWN, "Slack does not answer: " + e, e);
    }
  }

  private void postAsApp(String channel, SlackMessage message, String key)
      throws IOException, DeliveryFailedException {
    String token = settings.token().orElseThrow(() -> never("There is no token any more"));
    try {
      ChatPostMessageResponse answer =
          connection
              .patient()
              .methods(token)
              .chatPostMessage(
                  ChatPostMessageRequest.builder()
                      .channel(channel)
                      .text(message.text())
                      .blocksAsString(message.blocks())
                      .unfurlLinks(false)
                      .unfurlMedia(false)
                      // Slack knows no idempotency; a double can be told by this
                      .metadata(
                          Message.Metadata.builder()
                              .eventType("tierline_notice")
                              .eventPayload(Map.of("key", key))
                              .build())
                      .build());
      if (!answer.isOk()) {
        throw refused(String.valueOf(answer.getError()));
      }
    } catch (SlackApiException e) {
      throw refused(e.getResponse().code(), e.getResponse().header("Retry-After"), e.toString());
    }
  }

  private void post(URI address, String body) throws IOException, DeliveryFailedException {
    if (!settings.mayCall(address)) {
      throw never("Not an address of Slack: " + address.getHost());
    }
    var request =
        new Request.Builder().url(address.toString()).post(RequestBody.create(body, JSON)).build();
    try (Response answer = connection.http().newCall(request).execute()) {
      if (!answer.isSuccessful()) {
        String why = answer.body() == null ? "" : answer.body().string();
        throw refused(answer.code(), answer.header("Retry-After"), why);
      }
    }
  }

  private static DeliveryFailedException refused(String error) {
    return new DeliveryFailedException(
        PASSING.contains(error) ? Kind.SERVER_DOWN : Kind.NEVER, "Slack says: " + error, null);
  }

  private static DeliveryFailedException refused(
      int status, @Nullable String retryAfter, String why) {
    String words = why.length() > 200 ? why.substring(0, 200) : why;
    if (status == TOO_MANY) {
      return new DeliveryFailedException("Slack wants fewer messages", seconds(retryAfter));
    }
    return new DeliveryFailedException(
        status >= SERVER_ERRORS ? Kind.SERVER_DOWN : Kind.NEVER,
        "Slack answers %d: %s".formatted(status, words),
        null);
  }

  private static Duration seconds(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : Duration.ZERO;
  }

  private static DeliveryFailedException never(String why) {
    return new DeliveryFailedException(Kind.NEVER, why, null);
  }
}
