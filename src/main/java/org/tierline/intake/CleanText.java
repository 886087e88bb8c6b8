package org.tierline.intake;

import java.util.regex.Pattern;

/** Text from outside, fit to be stored and shown: real characters, one kind of line end. */
final class CleanText {

  /** Every control character but tab and line feed; a database refuses the first of them. */
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");

  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|\\u2028|\\u2029|\\u0085");

  /** Characters that make a name look like another: zero-width, bidirectional overrides, BOM. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private CleanText() {}

  static String of(String text) {
    String lines = LINE_ENDS.matcher(wellFormed(text)).replaceAll("\n");
    return CONTROLS.matcher(lines).replaceAll("");
  }

  /** For headers and names. */
  static String line(String text, int maxLength) {
    String line =
        SPACES.matcher(CONTROLS.matcher(wellFormed(text)).replaceAll(" ")).replaceAll(" ");
    return shortened(line.strip(), maxLength);
  }

  /** A file name as a label: no path, nothing invisible, never empty. */
  static String fileName(String name, String otherwise) {
    String visible = INVISIBLE.matcher(line(name, 4096)).replaceAll("");
    String last =
        visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
    String label = shortened(last.strip(), 255);
    return label.isEmpty() || label.equals(".") || label.equals("..") ? otherwise : label;
  }

  static String shortened(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(maxLength - 1));
    return text.substring(0, splitsPair ? maxLength - 1 : maxLength);
  }

  /** Half a character, as left over from a wrong charset, has no form in UTF-8. */
  private static String wellFormed(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        repaired = repaired == null ? new StringBuilder(text) : repaired;
        repaired.setCharAt(i, '\uFFFD');
      }
    }
    return repaired == null ? text : repaired.toString();
  }
}
