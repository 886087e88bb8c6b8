package org.tierline.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads header text (RFC 2047). More forgiving than the standard, because senders are: words inside
 * quotes, characters split between two words, spaces in the encoded text.
 */
final class EncodedWords {

  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s*]{1,60})(?:\\*[^?]{0,20})?\\?([bBqQ])\\?([^?]*)\\?=");

  private EncodedWords() {}

  /** Of a header as it came, one character for each byte. */
  static String decode(String header) {
    return words(MailCharset.raw(header));
  }

  /** Of a header whose bytes have become text. */
  static String words(String header) {
    String unfolded = header.replaceAll("\\r?\\n(?=[ \\t])", "").replaceAll("[\\r\\n]+", " ");
    Matcher word = WORD.matcher(unfolded);
    var text = new StringBuilder();
    var bytes = new ByteArrayOutputStream();
    String charset = "";
    int end = 0;
    while (word.find()) {
      String between = unfolded.substring(end, word.start());
      boolean continues =
          bytes.size() > 0 && between.isBlank() && charset.equalsIgnoreCase(word.group(1));
      if (!continues) {
        text.append(MailCharset.decode(bytes.toByteArray(), charset));
        boolean betweenWords = bytes.size() > 0 && between.isBlank();
        text.append(betweenWords ? "" : between);
        bytes.reset();
      }
      charset = word.group(1);
      bytes.writeBytes(content(word.group(2), word.group(3)));
      end = word.end();
    }
    text.append(MailCharset.decode(bytes.toByteArray(), charset));
    return text.append(unfolded.substring(end)).toString();
  }

  private static byte[] content(String encoding, String encoded) {
    return encoding.toLowerCase(Locale.ROOT).equals("b") ? base64(encoded) : quoted(encoded);
  }

  private static byte[] base64(String encoded) {
    String digits = encoded.replaceAll("[^A-Za-z0-9+/]", "");
    int usable = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
    return Base64.getDecoder().decode(digits.substring(0, usable));
  }

  private static byte[] quoted(String encoded) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '=' && i + 2 < encoded.length() && isHex(encoded, i + 1)) {
        bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
        i += 2;
      } else if (c == '_') {
        bytes.write(' ');
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isHex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0
        && Character.digit(text.charAt(at + 1), 16) >= 0;
  }
}
