package org.tierline.notification.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A form that Slack shows over the conversation (a modal view). Slack lets nobody send it while a
 * question has no answer.
 *
 * @param purpose what it is for; comes back with the answers
 * @param about what it is about, in letters of the desk's own; comes back with the answers
 * @param title at most 24 characters
 * @param choice may be left as it is
 */
public record SlackForm(
    String purpose, String about, String title, Choice choice, List<Question> questions) {

  /** How much can be written into one field of Slack's. */
  private static final int MAX_ANSWER = 3000;

  /** How much Slack shows of one option. */
  private static final int MAX_OPTION = 75;

  private static final ObjectMapper JSON = new ObjectMapper();

  public SlackForm {
    questions = List.copyOf(questions);
  }

  /**
   * Several lines of text.
   *
   * @param name of the answer
   */
  public record Question(String name, String label, String hint) {}

  /**
   * One of several.
   *
   * @param name of the answer, which is empty for whoever chose nothing
   * @param nothing what it means to choose nothing
   * @param options what is shown, by what is answered
   */
  public record Choice(String name, String label, String nothing, Map<String, String> options) {}

  /** As Slack takes it (Block Kit). */
  String json() {
    ObjectNode view = view(title);
    view.put("callback_id", purpose);
    view.put("private_metadata", about);
    plain(view.putObject("submit"), "Send");
    plain(view.putObject("close"), "Cancel");
    ArrayNode blocks = view.putArray("blocks");
    choice(blocks.addObject());
    questions.forEach(question -> question(blocks.addObject(), question));
    return view.toString();
  }

  private void choice(ObjectNode block) {
    input(block, choice.name(), choice.label());
    block.put("optional", true);
    ObjectNode select = block.putObject("element");
    select.put("type", "static_select");
    select.put("action_id", choice.name());
    plain(select.putObject("placeholder"), choice.nothing());
    ArrayNode options = select.putArray("options");
    choice
        .options()
        .forEach(
            (value, shown) -> {
              ObjectNode option = options.addObject();
              plain(option.putObject("text"), cut(shown, MAX_OPTION));
              option.put("value", value);
            });
  }

  private static void question(ObjectNode block, Question question) {
    input(block, question.name(), question.label());
    plain(block.putObject("hint"), question.hint());
    ObjectNode text = block.putObject("element");
    text.put("type", "plain_text_input");
    text.put("action_id", question.name());
    text.put("multiline", true);
    text.put("max_length", MAX_ANSWER);
  }

  private static void input(ObjectNode block, String name, String label) {
    block.put("type", "input");
    block.put("block_id", name);
    plain(block.putObject("label"), label);
  }

  /** What stands in the form's place once it was sent. */
  static ObjectNode answer(String title, String text) {
    ObjectNode view = view(title);
    plain(view.putObject("close"), "Close");
    SlackMessage.section(view.putArray("blocks"), SlackMessage.escaped(text));
    return view;
  }

  private static ObjectNode view(String title) {
    ObjectNode view = JSON.createObjectNode();
    view.put("type", "modal");
    plain(view.putObject("title"), title);
    return view;
  }

  private static void plain(ObjectNode words, String text) {
    words.put("type", "plain_text");
    words.put("text", text);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
