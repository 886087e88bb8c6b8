package org.tierline.intake;

import java.util.List;
import java.util.OptionalInt;

/** The name of the person who sent the mail, alone on a line near its end. */
final class SenderName implements SignatureOpening {

  private static final int MAX_BELOW = 8;

  @Override
  public OptionalInt startIn(List<String> lines, int end, Letterhead head) {
    for (int i = end - 1; i >= Math.max(1, end - MAX_BELOW); i--) {
      if (head.isSignedBy(lines.get(i))) {
        return ContactLines.areAll(lines.subList(i + 1, end))
            ? OptionalInt.of(i)
            : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }
}
