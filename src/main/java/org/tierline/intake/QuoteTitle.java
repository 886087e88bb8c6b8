package org.tierline.intake;

import java.util.Set;

/** "-----Original Message-----", or a line that asks to answer above it. */
final class QuoteTitle implements QuoteOpening {

  private static final int MAX_LENGTH = 120;

  /** How many dashes stand at least on each side of a title. */
  private static final int RULE = 3;

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
    return title || asksToAnswerAbove(line, words) ? 1 : 0;
  }

  /** Amid a sentence somebody speaks of that line, or of his own answer. */
  private static boolean asksToAnswerAbove(String line, String words) {
    boolean sentence = !line.isEmpty() && Character.isLetter(line.charAt(0));
    return ABOVE.stream().anyMatch(sentence ? words::startsWith : words::contains);
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

  /** A title between lines of dashes, whatever it says. */
  static boolean isRuled(String line) {
    String title = line.strip();
    int length = title.length();
    return length > 2 * RULE
        && length <= MAX_LENGTH
        && title.chars().limit(RULE).allMatch(c -> isDecoration((char) c))
        && title.chars().skip(length - RULE).allMatch(c -> isDecoration((char) c));
  }

  /** One dash alone may also be the dot of a list. */
  private static boolean isDecorated(String line) {
    String title = line.strip();
    return title.length() > 1
        && isDecoration(title.charAt(0))
        && (isDecoration(title.charAt(1)) || isDecoration(title.charAt(title.length() - 1)));
  }

  private static boolean isDecoration(char c) {
    return "-_=*#<–—─".indexOf(c) >= 0;
  }
}
