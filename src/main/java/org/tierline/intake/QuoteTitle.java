package org.tierline.intake;

import java.util.Set;

/** "-----Original Message-----", or a line that asks to answer above it. */
final class QuoteTitle implements QuoteOpening {

  private static final int MAX_LENGTH = 120;

  private static final Set<String> ORIGINAL = ReplyWords.lettersOf("original");
  private static final Set<String> FORWARDED = ReplyWords.lettersOf("forwarded");
  private static final Set<String> ABOVE = ReplyWords.lettersOf("above");

  @Override
  public int linesAt(MailLines lines, int at) {
    if (lines.line(at).length() > MAX_LENGTH) {
      return 0;
    }
    String line = lines.plain(at);
    String words = ReplyWords.letters(line);
    boolean title = isDecorated(lines.line(at)) && ORIGINAL.contains(words);
    return title || ABOVE.stream().anyMatch(words::contains) ? 1 : 0;
  }

  /** What a forwarded mail begins with; it is not a quote but what the mail is about. */
  static boolean isForward(MailLines lines, int at) {
    if (lines.line(at).length() > MAX_LENGTH) {
      return false;
    }
    String line = lines.plain(at);
    String words = ReplyWords.letters(line);
    return (isDecorated(lines.line(at)) || line.endsWith(":"))
        && FORWARDED.stream()
            .anyMatch(title -> words.equals(title) || words.startsWith(title + " "));
  }

  private static boolean isDecorated(String line) {
    String stripped = line.strip();
    return !stripped.isEmpty() && isDecoration(stripped.charAt(0));
  }

  private static boolean isDecoration(char c) {
    return "-_=*#<–—─".indexOf(c) >= 0;
  }
}
