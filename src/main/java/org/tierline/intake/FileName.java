package org.tierline.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the name out of Content-Disposition or Content-Type when Jakarta Mail refuses to: RFC 2231
 * with its pieces and encodings, and whatever else programs write there.
 */
final class FileName {

  private static final Pattern PIECE =
      Pattern.compile(
          "(?i)(?:^|[;\\s])(?:file)?name(?:\\*(\\d{1,3}))?(\\*)?\\s*=\\s*(?:\"([^\"]*)\"?|([^;\\r"
              + "\\n"
              + "]*))");

  private static final Pattern CHARSET = Pattern.compile("^([A-Za-z0-9_-]{0,40})'[^']{0,40}'");

  /** The name once more, for programs that can read it in any language (RFC 6266 §4.3). */
  private static final Pattern EXTENDED = Pattern.compile("(?i)[;\\s]filename\\*(?:0\\*)?\\s*=");

  private static final Pattern PLAIN = Pattern.compile("(?i)[;\\s]filename\\s*=");

  private FileName() {}

  /** Whether the name stands there in two forms, of which Jakarta Mail takes the lesser. */
  static boolean isTwice(String header) {
    return EXTENDED.matcher(header).find() && PLAIN.matcher(header).find();
  }

  /** The name, or an empty text. */
  static String in(String header) {
    Map<Integer, byte[]> pieces = new TreeMap<>();
    Optional<String> plain = Optional.empty();
    String charset = "";
    Matcher piece = PIECE.matcher(header);
    while (piece.find()) {
      String value = (piece.group(3) != null ? piece.group(3) : piece.group(4)).strip();
      boolean encoded = piece.group(2) != null;
      if (piece.group(1) == null && !encoded) {
        plain = plain.or(() -> Optional.of(value));
        continue;
      }
      Matcher label = CHARSET.matcher(value);
      boolean labelled = encoded && label.find();
      charset = labelled ? label.group(1) : charset;
      String content = labelled ? value.substring(label.end()) : value;
      int index = piece.group(1) == null ? 0 : Integer.parseInt(piece.group(1));
      pieces.putIfAbsent(index, encoded ? percentDecoded(content) : bytes(content));
    }
    var name = new ByteArrayOutputStream();
    pieces.values().forEach(name::writeBytes);
    return EncodedWords.words(
        name.size() == 0
            ? MailCharset.raw(plain.orElse(""))
            : MailCharset.decode(name.toByteArray(), charset));
  }

  private static byte[] percentDecoded(String value) {
    byte[] raw = bytes(value);
    var decoded = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length; i++) {
      int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
      if (raw[i] == '%' && high >= 0 && low >= 0) {
        decoded.write(high * 16 + low);
        i += 2;
      } else {
        decoded.write(raw[i]);
      }
    }
    return decoded.toByteArray();
  }

  /** As they stood in the header, which Jakarta Mail hands out one character per byte. */
  private static byte[] bytes(String value) {
    return value.getBytes(StandardCharsets.ISO_8859_1);
  }
}
