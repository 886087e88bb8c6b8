package org.tierline.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text as their writer meant them, whatever they declared. */
final class MailCharset {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * Names found in mails that Java does not know or means more narrowly than senders do. Mail
   * programs call windows-1252 "ISO-8859-1" and "us-ascii" as browsers do.
   */
  private static final Map<String, Charset> ALIASES =
      Map.ofEntries(
          Map.entry("iso-8859-1", WINDOWS),
          Map.entry("iso8859-1", WINDOWS),
          Map.entry("latin1", WINDOWS),
          Map.entry("iso-8859-8-i", Charset.forName("ISO-8859-8")),
          Map.entry("ks_c_5601-1987", Charset.forName("MS949")),
          Map.entry("gb2312", Charset.forName("GB18030")),
          Map.entry("gbk", Charset.forName("GB18030")),
          Map.entry("cp-850", Charset.forName("IBM850")),
          Map.entry("utf8", StandardCharsets.UTF_8),
          Map.entry("utf-8mb4", StandardCharsets.UTF_8),
          Map.entry("shift_jis", Charset.forName("windows-31j")),
          Map.entry("x-sjis", Charset.forName("windows-31j")));

  private MailCharset() {}

  static String decode(byte[] bytes, @Nullable String declared) {
    Optional<Charset> charset = declared == null ? Optional.empty() : named(declared);
    if (charset.isPresent() && !isAscii(charset.get())) {
      Optional<String> text = strictly(charset.get(), bytes);
      if (text.isPresent()) {
        return text.get();
      }
    }
    return strictly(StandardCharsets.UTF_8, bytes)
        .orElseGet(() -> new String(bytes, charset.filter(c -> !isUnlikely(c)).orElse(WINDOWS)));
  }

  /** Header bytes that Jakarta Mail handed out as one character each. */
  static String raw(String header) {
    for (int i = 0; i < header.length(); i++) {
      if (header.charAt(i) > 0xFF) {
        return header;
      }
    }
    return decode(header.getBytes(StandardCharsets.ISO_8859_1), null);
  }

  private static boolean isAscii(Charset charset) {
    return charset.equals(StandardCharsets.US_ASCII);
  }

  private static boolean isUnlikely(Charset charset) {
    return isAscii(charset) || charset.equals(StandardCharsets.UTF_8);
  }

  private static Optional<Charset> named(String name) {
    String key = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
    Charset alias = ALIASES.get(key);
    if (alias != null) {
      return Optional.of(alias);
    }
    try {
      return Optional.of(Charset.forName(key));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(Charset charset, byte[] bytes) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
