package org.tierline.intake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads UTF-7 (RFC 2152), which Java does not know and old Outlooks wrote. */
final class Utf7 {

  private Utf7() {}

  static String decode(byte[] bytes) {
    String ascii = new String(bytes, StandardCharsets.ISO_8859_1);
    var text = new StringBuilder(ascii.length());
    int at = 0;
    while (at < ascii.length()) {
      char c = ascii.charAt(at++);
      if (c != '+') {
        text.append(c);
        continue;
      }
      int end = at;
      while (end < ascii.length() && isDigit(ascii.charAt(end))) {
        end++;
      }
      boolean shiftedBack = end < ascii.length() && ascii.charAt(end) == '-';
      text.append(end == at ? "+" : units(ascii.substring(at, end)));
      at = shiftedBack ? end + 1 : end;
    }
    return text.toString();
  }

  /** UTF-16 in base64; bits that make no whole character are padding. */
  private static String units(String digits) {
    int usable = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
    byte[] decoded = Base64.getDecoder().decode(digits.substring(0, usable));
    return new String(decoded, 0, decoded.length & ~1, StandardCharsets.UTF_16BE);
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
