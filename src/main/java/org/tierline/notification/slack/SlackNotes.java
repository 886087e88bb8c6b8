package org.tierline.notification.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.tierline.platform.outbox.Effect;

/** Slack notes as they wait in the outbox. */
public final class SlackNotes {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SlackNotes() {}

  static String write(SlackNote note) {
    ObjectNode json = JSON.createObjectNode();
    json.put("text", note.text());
    json.put("link", note.link());
    note.ticket().ifPresent(number -> json.put("ticket", number));
    json.put("at", note.at().toString());
    note.reader().ifPresent(login -> json.put("reader", login));
    json.put("alarm", note.alarm());
    return json.toString();
  }

  /** What an effect of the outbox says in Slack, if it is for Slack. */
  public static Optional<SlackNote> of(Effect effect) {
    return effect.kind().equals(SlackPost.KIND) ? Optional.of(read(effect)) : Optional.empty();
  }

  static SlackNote read(Effect effect) {
    try {
      JsonNode json = JSON.readTree(effect.content());
      return new SlackNote(
          json.path("text").asText(),
          json.path("link").asText(),
          json.has("ticket") ? Optional.of(json.get("ticket").asLong()) : Optional.empty(),
          Instant.parse(json.path("at").asText()),
          json.has("reader") ? Optional.of(json.get("reader").asText()) : Optional.empty(),
          json.path("alarm").asBoolean());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No Slack note: " + effect.key(), e);
    }
  }
}
