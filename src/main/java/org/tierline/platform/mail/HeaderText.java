package org.tierline.platform.mail;

import java.util.regex.Pattern;

/**
 * Text that may stand in a mail header: one line, no control characters. Everything that reaches
 * {@code setHeader} or {@code setSubject} passes here, because Jakarta Mail writes a header as it
 * is given and a line break in it starts the next header (RFC 5322 §2.2).
 */
public record HeaderText(String value) {

  private static final int MAX_LENGTH = 900;

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", Pattern.UNICODE_CHARACTER_CLASS);

  public HeaderText {
    if (CONTROL.matcher(value).find()) {
      throw new IllegalArgumentException(
          "A header holds one line of printable text, not: " + printable(value));
    }
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("A header holds at most " + MAX_LENGTH + " characters");
    }
  }

  /**
   * Makes a header out of text a stranger wrote: control characters become spaces, length is cut.
   */
  public static HeaderText from(String text) {
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    return new HeaderText(line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH));
  }

  /** Shows text in a message for people without letting it break their screen or log. */
  static String printable(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }

  @Override
  public String toString() {
    return value;
  }
}
