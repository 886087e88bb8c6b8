package org.tierline.intake;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** "Kind regards," and below it a name, perhaps with title, firm, telephone. */
final class Farewell implements SignatureOpening {

  private static final int MAX_LENGTH = 60;

  private static final Set<String> CLOSINGS = ReplyWords.lettersOf("closing");

  @Override
  public OptionalInt startIn(List<String> lines, int end, Letterhead head) {
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
    return line.length() <= MAX_LENGTH
        && CLOSINGS.contains(ReplyWords.letters(MailLines.plain(line)));
  }
}
