package org.tierline.intake;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The line "-- " between a mail and its signature, and what people make of it. Only the exact form
 * may stand above prose; longer lines also divide paragraphs and underline tables.
 */
final class SignatureLine implements SignatureOpening {

  private static final int MAX_SHORT = 4;
  private static final Pattern MARK = Pattern.compile("[-_–—─=*~]{2,80}|[—–]|- ?-|\\*{2,}");

  /** With other signs people also underline headings. */
  private static final Pattern DASH = Pattern.compile("[-_–—─]");

  @Override
  public OptionalInt startIn(List<String> lines, int end, Letterhead head) {
    for (int i = end - 1; i >= Math.max(1, end - MAX_LINES); i--) {
      String line = lines.get(i);
      if (line.length() <= 100 && isMark(lines, i, end, head)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isMark(List<String> lines, int at, int end, Letterhead head) {
    String line = lines.get(at);
    if (line.equals("-- ") || (head.marksAreSure() && line.equals("--"))) {
      return true;
    }
    String mark = line.strip();
    if (!MARK.matcher(mark).matches()) {
      return false;
    }
    List<String> below = lines.subList(at + 1, end);
    boolean own = at == 0 || lines.get(at - 1).isBlank() || mark.length() <= MAX_SHORT;
    boolean dash = mark.length() <= MAX_SHORT && DASH.matcher(mark).lookingAt();
    return dash
        ? ContactLines.areAll(below)
        : own && ContactLines.areAll(below) && ContactLines.haveContact(below);
  }
}
