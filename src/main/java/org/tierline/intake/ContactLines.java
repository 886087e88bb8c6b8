package org.tierline.intake;

import java.util.List;
import java.util.regex.Pattern;

/** What stands in a signature: names, titles, firms, addresses, numbers; no sentences. */
final class ContactLines {

  private static final int MAX_LINES = 14;
  private static final int MAX_LENGTH = 90;
  private static final int MAX_PROSE_LINES = 2;
  private static final int MAX_WORDS = 7;
  private static final int MAX_WORDS_OF_A_NAME = 4;

  private static final Pattern CONTACT =
      Pattern.compile("@|://|(?i)www\\.|\\+?\\d[\\d ()/.-]{5,}\\d|[|•·]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** "von", "de la": the only words of a name that begin small. */
  private static final int MAX_PARTICLE_LENGTH = 3;

  /** People who write everything small sign so, too. */
  private static final int MAX_SMALL_NAME_LENGTH = 12;

  private ContactLines() {}

  /** Whether nothing else stands here, and not too much of it. */
  static boolean areAll(List<String> lines) {
    int said = 0;
    int prose = 0;
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      said++;
      prose += readsLikeProse(line) ? 1 : 0;
      if (said > MAX_LINES || prose > MAX_PROSE_LINES || !isContact(line)) {
        return false;
      }
    }
    return true;
  }

  /** Titles and firms are written with capitals in some languages, in others not. */
  private static boolean readsLikeProse(String line) {
    if (hasContact(line)) {
      return false;
    }
    String[] words = SPACES.split(line.strip(), -1);
    int small = 0;
    for (String word : words) {
      small += Character.isLowerCase(word.codePointAt(0)) ? 1 : 0;
    }
    return words.length > 2 && 2 * small > words.length;
  }

  static boolean haveContact(List<String> lines) {
    return lines.stream().anyMatch(ContactLines::hasContact);
  }

  private static boolean isContact(String line) {
    String words = line.strip();
    if (hasContact(words)) {
      return words.length() <= 2 * MAX_LENGTH;
    }
    return words.length() <= MAX_LENGTH
        && SPACES.split(words, -1).length <= MAX_WORDS
        && !endsSentence(words);
  }

  private static boolean hasContact(String line) {
    return line.length() <= 2 * MAX_LENGTH && CONTACT.matcher(line).find();
  }

  /** "Ana Klein", "Dr. Ana von der Heide", "田中"; not "Please call me". */
  static boolean isName(String line) {
    String name = line.strip();
    if (name.length() > MAX_LENGTH || endsQuestion(name) || name.endsWith(":")) {
      return false;
    }
    String[] words = SPACES.split(ReplyWords.letters(name), -1);
    if (words.length > MAX_WORDS_OF_A_NAME || words[0].isEmpty()) {
      return false;
    }
    for (String word : words) {
      if (Character.isLowerCase(word.codePointAt(0)) && word.length() > MAX_PARTICLE_LENGTH) {
        return words.length == 1 && word.length() <= MAX_SMALL_NAME_LENGTH;
      }
    }
    return true;
  }

  private static boolean endsSentence(String line) {
    boolean stop = line.endsWith(".") && SPACES.split(line, -1).length > 4;
    return stop || endsQuestion(line);
  }

  private static boolean endsQuestion(String line) {
    return line.endsWith("?")
        || line.endsWith("!")
        || line.endsWith("？")
        || line.endsWith("！")
        || line.endsWith("。");
  }
}
