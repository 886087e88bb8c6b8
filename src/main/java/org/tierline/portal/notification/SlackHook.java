package org.tierline.portal.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tierline.notification.AnswerSlack;
import org.tierline.notification.HandOverInSlack;
import org.tierline.notification.slack.SlackSignature;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;

/**
 * What Slack sends: a button that was pressed below a note, a form that was filled in, or a command
 * such as {@code /tierline connect}. Everybody may knock; who has not signed with the secret we
 * share is sent away before anything is read.
 */
@RequestScoped
@Path("/api/hooks/slack")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SlackHook {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FIELD = Pattern.compile("([^&=]+)=([^&]*)");

  private final SlackSignature signature;
  private final AnswerSlack answerSlack;
  private final HandOverInSlack handOver;

  @Inject
  public SlackHook(SlackSignature signature, AnswerSlack answerSlack, HandOverInSlack handOver) {
    this.signature = signature;
    this.answerSlack = answerSlack;
    this.handOver = handOver;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public SlackHook() {
    this(null, null, null);
  }

  /** An answer only the one who gave the command sees. */
  record Ephemeral(String response_type, String text) {}

  /**
   * Slack sends a form. WEB-INF/undertow-handlers.conf calls it a stream of bytes: the container
   * reads every form while it looks for a login, and the very bytes that were signed would be gone.
   */
  @POST
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_FORM_URLENCODED})
  public Response receive(
      @HeaderParam("X-Slack-Request-Timestamp") @DefaultValue("") String timestamp,
      @HeaderParam("X-Slack-Signature") @DefaultValue("") String signed,
      byte[] body) {
    switch (signature.judge(timestamp, signed, body)) {
      case FORGED ->
          throw new ProblemException(
              Problem.of(Response.Status.UNAUTHORIZED, "This request was not signed by Slack."));
      case REPEATED -> {
        return Response.ok().build();
      }
      default -> {
        return answer(form(new String(body, StandardCharsets.UTF_8)));
      }
    }
  }

  private Response answer(Map<String, String> form) {
    String payload = form.get("payload");
    if (payload != null) {
      return act(payload);
    }
    if (form.containsKey("command")) {
      return Response.ok(
              new Ephemeral(
                  "ephemeral",
                  answerSlack.command(
                      form.getOrDefault("user_id", ""), form.getOrDefault("text", ""))))
          .build();
    }
    return Response.ok().build();
  }

  private Response act(String payload) {
    try {
      JsonNode happened = JSON.readTree(payload);
      switch (happened.path("type").asText()) {
        case "block_actions" -> press(happened);
        case "view_submission" -> {
          return Response.ok(filledIn(happened)).build();
        }
        default -> {}
      }
      return Response.ok().build();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  /** A button with a link sends something, too; the browser has already followed it. */
  private void press(JsonNode press) {
    JsonNode action = press.path("actions").path(0);
    String value = action.path("value").asText();
    if (value.matches("\\d{1,18}")) {
      answerSlack.press(
          press.path("user").path("id").asText(),
          action.path("action_id").asText(),
          Long.parseLong(value),
          press.path("trigger_id").asText(),
          URI.create(press.path("response_url").asText()));
    }
  }

  private String filledIn(JsonNode sent) {
    JsonNode view = sent.path("view");
    if (!view.path("callback_id").asText().equals(HandOverInSlack.PURPOSE)) {
      throw new IllegalArgumentException("The desk has no such form");
    }
    Map<String, String> answers = new HashMap<>();
    view.path("state")
        .path("values")
        .properties()
        .forEach(
            field -> {
              JsonNode answer = field.getValue().path(field.getKey());
              answers.put(
                  field.getKey(),
                  answer.path("value").asText(answer.at("/selected_option/value").asText()));
            });
    return handOver.answered(
        sent.path("user").path("id").asText(), view.path("private_metadata").asText(), answers);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    FIELD
        .matcher(body)
        .results()
        .forEach(field -> fields.put(decoded(field.group(1)), decoded(field.group(2))));
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }
}
