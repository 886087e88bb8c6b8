package org.tierline.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns bytes into text as their writer meant them, whatever they declared. */
final class MailCharset {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset JAPANESE_MAIL = Charset.forName("x-windows-50221");

  /**
   * Names found in mails that Java does not know or means more narrowly than senders do. Mail
   * programs call windows-1252 "ISO-8859-1" and "us-ascii" as browsers do.
   */
  private static final Map<String, Charset> ALIASES =
      Map.ofEntries(
          Map.entry("iso-8859-1", WINDOWS),
          Map.entry("iso8859-1", WINDOWS),
          Map.entry("iso-8859-1-i", WINDOWS),
          Map.entry("latin1", WINDOWS),
          Map.entry("ansi", WINDOWS),
          Map.entry("iso-8859-8-i", Charset.forName("ISO-8859-8")),
          Map.entry("iso-8859-8-e", Charset.forName("ISO-8859-8")),
          Map.entry("iso-8859-11", Charset.forName("TIS-620")),
          Map.entry("iso-8859-16", Charset.forName("ISO-8859-2")),
          Map.entry("ks_c_5601-1987", Charset.forName("MS949")),
          Map.entry("euc-kr", Charset.forName("MS949")),
          Map.entry("gb2312", Charset.forName("GB18030")),
          Map.entry("gbk", Charset.forName("GB18030")),
          Map.entry("x-gbk", Charset.forName("GB18030")),
          Map.entry("big5", Charset.forName("Big5-HKSCS")),
          Map.entry("cp-850", Charset.forName("IBM850")),
          Map.entry("macintosh", Charset.forName("x-MacRoman")),
          Map.entry("x-mac-roman", Charset.forName("x-MacRoman")),
          Map.entry("utf8", StandardCharsets.UTF_8),
          Map.entry("utf-8mb4", StandardCharsets.UTF_8),
          Map.entry("unicode-1-1-utf-8", StandardCharsets.UTF_8),
          Map.entry("iso-2022-jp", JAPANESE_MAIL),
          Map.entry("csiso2022jp", JAPANESE_MAIL),
          Map.entry("shift_jis", Charset.forName("windows-31j")),
          Map.entry("shift-jis", Charset.forName("windows-31j")),
          Map.entry("x-sjis", Charset.forName("windows-31j")));

  /**
   * Every name Java knows. To ask Java for a name it does not know makes it search all its
   * providers anew, milliseconds each time, and a mail may hold thousands of such names.
   */
  private static final Map<String, Charset> KNOWN = known();

  private static final Set<String> UTF_7 =
      Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "csunicode11utf7", "x-unicode-2-0-utf-7");

  /** What Japanese mail is written in when it is not what it says. */
  private static final List<Charset> JAPANESE =
      List.of(Charset.forName("windows-31j"), Charset.forName("EUC-JP"));

  private MailCharset() {}

  static String decode(byte[] bytes, @Nullable String declared) {
    String name = declared == null ? "" : key(declared);
    boolean eightBit = isEightBit(bytes);
    if (UTF_7.contains(name) && !eightBit) {
      return Utf7.decode(bytes);
    }
    Optional<Charset> charset = named(name);
    Optional<String> meant = eightBit ? otherThanDeclared(bytes, charset) : Optional.empty();
    return meant.orElseGet(() -> asDeclared(bytes, charset));
  }

  /** Sequences of UTF-8 do not come about by chance, nor is Japanese seven-bit mail eight-bit. */
  private static Optional<String> otherThanDeclared(byte[] bytes, Optional<Charset> charset) {
    if (charset.isEmpty() || charset.get().name().matches("(?i)(windows-125|iso-8859-|koi8-).*")) {
      return strictly(StandardCharsets.UTF_8, bytes);
    }
    if (charset.get().equals(JAPANESE_MAIL)) {
      return JAPANESE.stream()
          .map(japanese -> strictly(japanese, bytes))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }

  private static String asDeclared(byte[] bytes, Optional<Charset> charset) {
    if (charset.isPresent() && !isAscii(charset.get())) {
      Optional<String> text = strictly(charset.get(), bytes);
      if (text.isPresent()) {
        return text.get();
      }
    }
    return strictly(StandardCharsets.UTF_8, bytes)
        .orElseGet(
            () ->
                new String(
                    bytes, charset.filter(c -> !isUnlikely(c)).orElseGet(() -> detected(bytes))));
  }

  /** Header bytes that Jakarta Mail handed out as one character each. */
  static String raw(String header) {
    return raw(header, null);
  }

  /**
   * @param charset what the rest of the mail is written in, if that is known
   */
  static String raw(String header, @Nullable String charset) {
    for (int i = 0; i < header.length(); i++) {
      if (header.charAt(i) > 0xFF) {
        return header;
      }
    }
    byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
    if (!isEightBit(bytes)) {
      return header;
    }
    return strictly(StandardCharsets.UTF_8, bytes).orElseGet(() -> decode(bytes, charset));
  }

  /**
   * Guessed from how often bytes follow each other in the languages of the world; where most
   * letters are plain, the guess would be a wild one.
   */
  private static Charset detected(byte[] bytes) {
    if (!isMostlyForeign(bytes)) {
      return WINDOWS;
    }
    var detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, 65_536));
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    return name == null ? WINDOWS : named(key(name)).filter(c -> !isUnlikely(c)).orElse(WINDOWS);
  }

  private static boolean isMostlyForeign(byte[] bytes) {
    int plain = 0;
    int foreign = 0;
    boolean lettersOnly = true;
    boolean mixedWord = false;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      boolean isForeign = b < 0;
      foreign += isForeign ? 1 : 0;
      plain += Character.isLetter(b) ? 1 : 0;
      lettersOnly &= !isForeign || (b & 0xFF) >= 0xC0;
      mixedWord |= isForeign && i > 0 && Character.isLetter(bytes[i - 1]);
    }
    boolean western = lettersOnly && mixedWord; // as in Größe
    return foreign > plain && !western;
  }

  private static boolean isEightBit(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(Charset charset) {
    return charset.equals(StandardCharsets.US_ASCII);
  }

  private static boolean isUnlikely(Charset charset) {
    return isAscii(charset) || charset.equals(StandardCharsets.UTF_8);
  }

  private static String key(String name) {
    return name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<Charset> named(String key) {
    Charset alias = ALIASES.get(key);
    return Optional.ofNullable(alias == null ? KNOWN.get(key) : alias);
  }

  private static Map<String, Charset> known() {
    var byName = new HashMap<String, Charset>();
    for (Charset charset : Charset.availableCharsets().values()) {
      byName.put(key(charset.name()), charset);
      charset.aliases().forEach(alias -> byName.putIfAbsent(key(alias), charset));
    }
    return Map.copyOf(byName);
  }

  private static Optional<String> strictly(Charset charset, byte[] bytes) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
