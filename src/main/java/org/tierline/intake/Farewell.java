package org.tierline.intake;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** "Kind regards," and below it a name, perhaps with title, firm, telephone. */
final class Farewell implements SignatureOpening {

  private static final int MAX_LENGTH = 60;
  private static final int MAX_LENGTH_OF_A_FORMULA = 200;
  private static final int MAX_WORDS_OF_A_PLACE = 3;
  private static final int MAX_WORDS_OF_A_NAME = 3;

  private static final Set<String> CLOSINGS = ReplyWords.lettersOf("closing");
  private static final Set<String> FORMULAS = ReplyWords.lettersOf("formula");
  private static final Set<String> AND = ReplyWords.of("and");
  private static final Set<String> PLACE = ReplyWords.of("place");

  private static final Pattern BETWEEN = Pattern.compile("[/|,&+.!、，。]");
  private static final Pattern SPACES = Pattern.compile(" ");

  @Override
  public OptionalInt startIn(List<String> lines, int end, Letterhead head) {
    if (end > 1 && isClosingOfSender(lines.get(end - 1), head)) {
      return OptionalInt.of(firstOf(lines, end - 1));
    }
    for (int i = end - 1; i >= Math.max(1, end - MAX_LINES); i--) {
      if (isClosing(lines.get(i))) {
        List<String> below = lines.subList(i + 1, end);
        return isSigned(below, head) ? OptionalInt.of(firstOf(lines, i)) : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isSigned(List<String> below, Letterhead head) {
    return ContactLines.areAll(below)
        && below.stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .filter(name -> ContactLines.isName(name) || head.isSignedBy(name))
            .isPresent();
  }

  /** "Thanks, Carla" on one line; with another name it may be said to the reader. */
  private static boolean isClosingOfSender(String line, Letterhead head) {
    if (line.length() > MAX_LENGTH) {
      return false;
    }
    String said = line.strip();
    int from = said.lastIndexOf(' ');
    for (int i = 0; i < MAX_WORDS_OF_A_NAME && from > 0; i++) {
      if (head.isSignedBy(said.substring(from)) && isClosing(said.substring(0, from))) {
        return true;
      }
      from = said.lastIndexOf(' ', from - 1);
    }
    return false;
  }

  /** "Many thanks" above "Kind regards" belongs to it. */
  private static int firstOf(List<String> lines, int at) {
    int first = at;
    while (first > 1
        && first > at - 4
        && (lines.get(first - 1).isBlank() || isClosing(lines.get(first - 1)))) {
      first--;
    }
    while (lines.get(first).isBlank()) {
      first++;
    }
    return first;
  }

  static boolean isClosing(String line) {
    if (line.length() > MAX_LENGTH_OF_A_FORMULA) {
      return false;
    }
    String plain = MailLines.plain(line);
    String words = ReplyWords.letters(plain);
    return (line.length() <= MAX_LENGTH && (CLOSINGS.contains(words) || areClosings(plain)))
        || FORMULAS.stream().anyMatch(begin -> words.startsWith(begin + " "));
  }

  /** "Met vriendelijke groet / Kind regards" */
  private static boolean areClosings(String line) {
    List<String> parts =
        BETWEEN
            .splitAsStream(line)
            .map(ReplyWords::letters)
            .filter(part -> !part.isEmpty())
            .toList();
    return !parts.isEmpty()
        && parts.stream().allMatch(part -> isClosing(Arrays.asList(SPACES.split(part, -1))));
  }

  /** Also two with an "and" between them, and one with the place it comes from. */
  private static boolean isClosing(List<String> words) {
    if (CLOSINGS.contains(String.join(" ", words))) {
      return true;
    }
    for (int i = 1; i < words.size() - 1; i++) {
      List<String> rest = words.subList(i + 1, words.size());
      if (CLOSINGS.contains(String.join(" ", words.subList(0, i)))
          && (isPlace(words.get(i), rest) || (AND.contains(words.get(i)) && isClosing(rest)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlace(String preposition, List<String> place) {
    return PLACE.contains(preposition) && place.size() <= MAX_WORDS_OF_A_PLACE;
  }
}
