package org.tierline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierline.intake.Bounce.Action;
import org.tierline.intake.Bounce.Recipient;

/**
 * The fields mail servers write for each other (RFC 3464): a group about the mail, then one group
 * for each recipient. Many put them into a plain text, some without the empty lines between the
 * groups; so a group ends where a field comes that it already has.
 */
final class DeliveryStatus {

  private static final int MAX_RECIPIENTS = 500;

  private static final Pattern FIELD =
      Pattern.compile(
          "[>\\s]*(Final-Recipient|Original-Recipient|Action|Status|Diagnostic-Code)\\s*:\\s*(.*)",
          Pattern.CASE_INSENSITIVE);

  /** The kind of address before the semicolon, as in {@code rfc822; user@host}. */
  private static final Pattern KIND_OF_ADDRESS = Pattern.compile("^[\\w/-]{1,40}\\s*;\\s*");

  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

  private static final Pattern CODE = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

  private final List<Recipient> recipients = new ArrayList<>();
  private final Map<String, String> group = new HashMap<>();

  private DeliveryStatus() {}

  /** The recipients named in such fields, in a part of their own or within a text. */
  static List<Recipient> recipients(String text, MailEffort effort) {
    var reader = new DeliveryStatus();
    String name = "";
    for (String line : text.split("\n", -1)) {
      Matcher field = effort.matcher(FIELD, line);
      if (field.lookingAt()) {
        name = field.group(1).toLowerCase(Locale.ROOT);
        reader.take(name, field.group(2));
      } else if (line.isBlank()) {
        reader.endWholeGroup();
        name = "";
      } else if (!name.isEmpty() && Character.isWhitespace(line.charAt(0))) {
        reader.group.merge(name, line.strip(), (start, more) -> start + " " + more);
      } else {
        name = "";
      }
    }
    reader.endGroup();
    return reader.recipients;
  }

  private void take(String name, String value) {
    if (group.containsKey(name) && hasRecipient()) {
      endGroup();
    }
    group.put(name, value.strip());
  }

  private boolean hasRecipient() {
    return group.containsKey("final-recipient") || group.containsKey("original-recipient");
  }

  /** Some servers leave a line empty in the middle of a group. */
  private void endWholeGroup() {
    if (group.containsKey("status")) {
      endGroup();
    }
  }

  private void endGroup() {
    if (hasRecipient() && recipients.size() < MAX_RECIPIENTS) {
      String address = address("final-recipient");
      String status =
          code(group.getOrDefault("status", ""))
              .or(() -> code(group.getOrDefault("diagnostic-code", "")))
              .orElse("");
      recipients.add(
          new Recipient(
              address.isEmpty() ? address("original-recipient") : address,
              action(group.getOrDefault("action", ""), status),
              status));
    }
    group.clear();
  }

  private String address(String field) {
    String written = GatewayAddress.undressed(group.getOrDefault(field, ""));
    String value = COMMENT.matcher(written).replaceAll("");
    String address = KIND_OF_ADDRESS.matcher(value.strip()).replaceFirst("");
    int open = address.lastIndexOf('<');
    int close = address.indexOf('>', open + 1);
    String bare = open >= 0 && close > open ? address.substring(open + 1, close) : address;
    return CleanText.line(GatewayAddress.undressed(bare), 254);
  }

  /** What the field says; where it says nothing known, the class of the code decides. */
  private static Action action(String value, String status) {
    String word = value.toLowerCase(Locale.ROOT);
    for (Action action : Action.values()) {
      if (word.startsWith(action.name().toLowerCase(Locale.ROOT))) {
        return action;
      }
    }
    if (word.startsWith("delay") || (word.isEmpty() && status.startsWith("4"))) {
      return Action.DELAYED;
    }
    return status.startsWith("2") ? Action.DELIVERED : Action.FAILED;
  }

  /** The first status code of RFC 3463 in a line. */
  static Optional<String> code(String text) {
    Matcher code = CODE.matcher(text);
    return code.find() ? Optional.of(code.group()) : Optional.empty();
  }
}
