package org.tierline.intake;

import java.util.regex.Pattern;

/**
 * Text whose paragraphs were broken for old terminals, in a way that lets them be joined again (RFC
 * 3676).
 */
final class FlowedText {

  private static final Pattern FLOWED =
      Pattern.compile("(?i)(?:^|[;\\s])format\\s*=\\s*\"?flowed\\b");
  private static final Pattern DELETES_SPACE =
      Pattern.compile("(?i)(?:^|[;\\s])delsp\\s*=\\s*\"?yes\\b");

  private static final String SIGNATURE = "-- ";

  private final boolean deletesSpace;
  private final StringBuilder text = new StringBuilder();

  /** How deep the line is quoted that still goes on, or -1. */
  private int open = -1;

  private FlowedText(boolean deletesSpace) {
    this.deletesSpace = deletesSpace;
  }

  /**
   * @param contentType which says whether and how it flows
   */
  static String joined(String text, String contentType) {
    if (!FLOWED.matcher(contentType).find()) {
      return text;
    }
    var flowed = new FlowedText(DELETES_SPACE.matcher(contentType).find());
    text.lines().forEach(flowed::add);
    return flowed.text.toString();
  }

  private void add(String line) {
    int quotes = quotes(line);
    String words = line.substring(quotes);
    if (words.startsWith(" ")) {
      words = words.substring(1); // it protects what follows
    }
    boolean signature = words.equals(SIGNATURE);
    if (open >= 0 && (open != quotes || signature)) {
      text.append('\n');
      open = -1;
    }
    if (open < 0 && quotes > 0) {
      text.append(">".repeat(quotes)).append(' ');
    }
    boolean goesOn = words.endsWith(" ") && !signature;
    text.append(goesOn && deletesSpace ? words.substring(0, words.length() - 1) : words);
    text.append(goesOn ? "" : "\n");
    open = goesOn ? quotes : -1;
  }

  private static int quotes(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == '>') {
      at++;
    }
    return at;
  }
}
