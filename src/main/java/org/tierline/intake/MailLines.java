package org.tierline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a mail, as one looks at them who asks which of them are quoted. */
final class MailLines {

  /** Nothing a mail program writes around a reply is longer; longer lines are looked at in part. */
  static final int MAX_LENGTH = 400;

  /** Asterisks and underscores around words, as mail programs write bold and italics. */
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\p{L}\\p{N}_*])[*_]+|[*_]+(?![\\p{L}\\p{N}_*])");

  private final List<String> lines;
  private final String[] plain;
  private final boolean[] quoted;

  MailLines(List<String> lines) {
    this.lines = List.copyOf(lines);
    this.plain = new String[lines.size()];
    this.quoted = new boolean[lines.size()];
    for (int i = 0; i < quoted.length; i++) {
      quoted[i] = startsWithQuoteMark(lines.get(i));
    }
  }

  static MailLines of(String text) {
    return new MailLines(List.of(text.split("\n", -1)));
  }

  int count() {
    return lines.size();
  }

  String line(int at) {
    return lines.get(at);
  }

  List<String> from(int first, int afterLast) {
    return lines.subList(first, afterLast);
  }

  boolean isBlank(int at) {
    return lines.get(at).isBlank();
  }

  boolean isQuoted(int at) {
    return quoted[at];
  }

  /** The beginning of a line as {@link ReplyWords} know it, without marks of bold and italics. */
  String plain(int at) {
    if (plain[at] == null) {
      plain[at] = plain(lines.get(at));
    }
    return plain[at];
  }

  static String plain(String line) {
    String begin = CleanText.shortened(line.stripLeading(), MAX_LENGTH);
    return ReplyWords.plain(EMPHASIS.matcher(begin).replaceAll(""));
  }

  boolean isLong(int at) {
    return lines.get(at).length() > MAX_LENGTH;
  }

  /** The next line that says something, or the number of lines. */
  int skipBlank(int from) {
    int at = from;
    while (at < lines.size() && isBlank(at)) {
      at++;
    }
    return at;
  }

  /** Arrows on both sides are decoration. */
  private static boolean startsWithQuoteMark(String line) {
    String words = line.strip();
    boolean marked = words.startsWith(">") || words.startsWith("&gt;");
    return marked && !words.endsWith("<<");
  }

  /** What a quoted line says. */
  static String withoutQuoteMarks(String line) {
    int at = 0;
    while (at < line.length()
        && (line.charAt(at) == '>' || Character.isWhitespace(line.charAt(at)))) {
      at++;
    }
    return line.substring(at);
  }

  static List<String> withoutBlankEnd(List<String> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    return new ArrayList<>(lines.subList(0, end));
  }
}
