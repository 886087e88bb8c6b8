package org.tierline.notification.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One message in Slack's own form: one note, with its buttons, or several that had to wait.
 *
 * @param text what a notification shows, and all there is where blocks are not shown
 * @param blocks the message as Slack lays it out (Block Kit), as JSON
 */
record SlackMessage(String text, String blocks) {

  /** Slack shows at most 3000 characters of one section. */
  private static final int MAX_SECTION = 2900;

  private static final int MAX_SHOWN = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  static SlackMessage of(List<SlackNote> notes, ZoneId zone) {
    return notes.size() == 1 ? of(notes.get(0)) : digest(notes, zone);
  }

  private static SlackMessage of(SlackNote note) {
    ArrayNode blocks = JSON.createArrayNode();
    section(blocks, escaped(note.text()));
    ArrayNode buttons = JSON.createArrayNode();
    note.ticket().ifPresent(number -> buttons.add(button("Take", "take", number)));
    note.ticket().ifPresent(number -> buttons.add(button("Escalate", "escalate", number)));
    if (!note.link().isEmpty()) {
      ObjectNode open = labelled("Open");
      open.put("action_id", "open");
      open.put("url", note.link());
      buttons.add(open);
    }
    if (!buttons.isEmpty()) {
      ObjectNode actions = blocks.addObject();
      actions.put("type", "actions");
      actions.set("elements", buttons);
    }
    return new SlackMessage(escaped(note.text()), blocks.toString());
  }

  private static SlackMessage digest(List<SlackNote> notes, ZoneId zone) {
    DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(zone);
    String head = "While Slack could not be reached: %d notes".formatted(notes.size());
    var lines = new StringBuilder();
    int shown = 0;
    for (SlackNote note : notes) {
      String text = escaped(note.text());
      String line =
          "• %s %s%n"
              .formatted(
                  time.format(note.at()),
                  note.link().isEmpty() ? text : "<%s|%s>".formatted(note.link(), text));
      if (shown == MAX_SHOWN || lines.length() + line.length() > MAX_SECTION) {
        break;
      }
      lines.append(line);
      shown++;
    }
    if (shown < notes.size()) {
      lines.append("and %d more, all on your bell at the desk".formatted(notes.size() - shown));
    }
    ArrayNode blocks = JSON.createArrayNode();
    section(blocks, "*" + head + "*");
    section(blocks, lines.toString());
    return new SlackMessage(head, blocks.toString());
  }

  /** As an incoming webhook or an answer takes it. */
  String json(Optional<String> responseType) {
    ObjectNode body = JSON.createObjectNode();
    body.put("text", text);
    body.putRawValue("blocks", new RawValue(blocks));
    responseType.ifPresent(
        type -> {
          body.put("response_type", type);
          body.put("replace_original", false);
        });
    return body.toString();
  }

  static void section(ArrayNode blocks, String text) {
    ObjectNode section = blocks.addObject();
    section.put("type", "section");
    ObjectNode words = section.putObject("text");
    words.put("type", "mrkdwn");
    words.put("text", text);
  }

  private static ObjectNode button(String label, String action, long ticket) {
    ObjectNode button = labelled(label);
    button.put("action_id", action);
    button.put("value", String.valueOf(ticket));
    return button;
  }

  private static ObjectNode labelled(String label) {
    ObjectNode button = JSON.createObjectNode();
    button.put("type", "button");
    ObjectNode words = button.putObject("text");
    words.put("type", "plain_text");
    words.put("text", label);
    return button;
  }

  /** The three characters that mean something to Slack; else a customer could ring everybody. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
