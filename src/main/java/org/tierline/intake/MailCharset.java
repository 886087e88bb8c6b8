package org.tierline.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns bytes into text as their writer meant them, whatever they declared. */
final class MailCharset {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset JAPANESE_MAIL = Charset.forName("x-windows-50221");
  private static final Charset KOREAN_MAIL = Charset.forName("ISO-2022-KR");
  private static final Charset JAPANESE_PC = Charset.forName("windows-31j");
  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final Charset TAIWANESE = Charset.forName("Big5-HKSCS");
  private static final Charset KOREAN = Charset.forName("MS949");

  /**
   * Names found in mails that Java does not know or means more narrowly than senders do, without
   * their marks: writers do not agree on these.
   */
  private static final Map<String, Charset> ALIASES =
      Map.ofEntries(
          Map.entry("ansi", WINDOWS),
          Map.entry("iso88591i", WINDOWS),
          Map.entry("iso88598i", Charset.forName("ISO-8859-8")),
          Map.entry("iso88598e", Charset.forName("ISO-8859-8")),
          Map.entry("iso885911", Charset.forName("x-windows-874")),
          Map.entry("dos874", Charset.forName("x-windows-874")),
          Map.entry("iso885916", Charset.forName("ISO-8859-2")),
          Map.entry("ksc56011987", KOREAN),
          Map.entry("ksc56011989", KOREAN),
          Map.entry("ksc5601", KOREAN),
          Map.entry("korean", KOREAN),
          Map.entry("euckr", KOREAN),
          Map.entry("gb2312", CHINESE),
          Map.entry("gb231280", CHINESE),
          Map.entry("gbk", CHINESE),
          Map.entry("cp936", CHINESE),
          Map.entry("ms936", CHINESE),
          Map.entry("windows936", CHINESE),
          Map.entry("euccn", CHINESE),
          Map.entry("cngb", CHINESE),
          Map.entry("chinese", CHINESE),
          Map.entry("big5", TAIWANESE),
          Map.entry("cnbig5", TAIWANESE),
          Map.entry("cp950", TAIWANESE),
          Map.entry("windows950", TAIWANESE),
          Map.entry("macintosh", Charset.forName("x-MacRoman")),
          Map.entry("utf8mb4", StandardCharsets.UTF_8),
          Map.entry("utf8sig", StandardCharsets.UTF_8),
          Map.entry("unicode11utf8", StandardCharsets.UTF_8),
          Map.entry("cp65001", StandardCharsets.UTF_8),
          Map.entry("iso2022jp", JAPANESE_MAIL),
          Map.entry("csiso2022jp", JAPANESE_MAIL),
          Map.entry("cp932", JAPANESE_PC),
          Map.entry("ms932", JAPANESE_PC),
          Map.entry("windows932", JAPANESE_PC),
          Map.entry("shiftjis", JAPANESE_PC),
          Map.entry("mskanji", JAPANESE_PC),
          Map.entry("csshiftjis", JAPANESE_PC),
          Map.entry("sjis", JAPANESE_PC));

  /** Those that mail programs and browsers read as the larger set they were taken from. */
  private static final Map<Charset, Charset> WIDER =
      Map.of(
          StandardCharsets.ISO_8859_1,
          WINDOWS,
          Charset.forName("ISO-8859-9"),
          Charset.forName("windows-1254"),
          Charset.forName("TIS-620"),
          Charset.forName("x-windows-874"));

  /**
   * Every name Java knows. To ask Java for a name it does not know makes it search all its
   * providers anew, milliseconds each time, and a mail may hold thousands of such names.
   */
  private static final Map<String, Charset> KNOWN = known();

  private static final Set<String> UTF_7 =
      Set.of("utf7", "unicode11utf7", "csunicode11utf7", "xunicode20utf7");

  /** What Japanese mail is written in when it is not what it says. */
  private static final List<Charset> JAPANESE = List.of(JAPANESE_PC, Charset.forName("EUC-JP"));

  /** So many characters for each byte that is none, and a text is UTF-8 with a fault in it. */
  private static final int FAULTLESS = 8;

  private static final byte ESCAPE = 0x1B;
  private static final Set<String> JAPANESE_MARKS = Set.of("$@", "$B", "(I", "(J");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private MailCharset() {}

  static String decode(byte[] bytes, @Nullable String declared) {
    String name = declared == null ? "" : key(declared);
    boolean eightBit = isEightBit(bytes);
    if (UTF_7.contains(name) && !eightBit) {
      return Utf7.decode(bytes);
    }
    Optional<Charset> charset = named(name);
    Optional<String> meant = eightBit ? otherThanDeclared(bytes, charset) : switched(bytes);
    String text = meant.orElseGet(() -> asDeclared(bytes, charset));
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /**
   * Seven-bit text that switches between character sets (RFC 1468, RFC 1557); nothing else has
   * these marks, whatever is declared.
   */
  private static Optional<String> switched(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == ESCAPE) {
        String mark = new String(bytes, i + 1, 2, StandardCharsets.ISO_8859_1);
        if (mark.equals("$)")) {
          return strictly(KOREAN_MAIL, bytes);
        }
        if (JAPANESE_MARKS.contains(mark)) {
          return strictly(JAPANESE_MAIL, bytes);
        }
      }
    }
    return Optional.empty();
  }

  /** Sequences of UTF-8 do not come about by chance, nor is Japanese seven-bit mail eight-bit. */
  private static Optional<String> otherThanDeclared(byte[] bytes, Optional<Charset> charset) {
    if (charset.isEmpty() || charset.get().name().matches("(?i)(windows-125|iso-8859-|koi8-).*")) {
      return utf8(bytes);
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
    return utf8(bytes)
        .orElseGet(
            () ->
                new String(
                    bytes, charset.filter(c -> !isUnlikely(c)).orElseGet(() -> detected(bytes))));
  }

  /** Also where it was cut within a character or a byte of it got lost. */
  private static Optional<String> utf8(byte[] bytes) {
    Optional<String> whole = strictly(StandardCharsets.UTF_8, bytes);
    return whole.isPresent() || !isMostlyUtf8(bytes)
        ? whole
        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }

  private static boolean isMostlyUtf8(byte[] bytes) {
    int characters = 0;
    int faults = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      int more = following(bytes[i]);
      int present = 0;
      while (present < more && i + 1 < bytes.length && (bytes[i + 1] & 0xC0) == 0x80) {
        present++;
        i++;
      }
      characters += more > 0 && present == more ? 1 : 0;
      boolean cut = present < more && i + 1 == bytes.length;
      faults += (more == 0 || present < more) && !cut ? 1 : 0;
    }
    return characters > 0 && characters >= FAULTLESS * faults;
  }

  /** How many bytes belong to the character that begins so. */
  private static int following(byte first) {
    int bits = first & 0xFF;
    return bits < 0xC2 ? 0 : bits < 0xE0 ? 1 : bits < 0xF0 ? 2 : bits < 0xF5 ? 3 : 0;
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
      return switched(bytes).orElse(header);
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
    return Optional.ofNullable(name)
        .flatMap(found -> named(key(found)))
        .filter(c -> !isUnlikely(c))
        .orElseGet(() -> undetected(bytes));
  }

  /** Too short to count letters in; only Japanese fills the gaps in the western set. */
  private static Charset undetected(byte[] bytes) {
    boolean western = strictly(WINDOWS, bytes).isPresent();
    return western || strictly(JAPANESE_PC, bytes).isEmpty() ? WINDOWS : JAPANESE_PC;
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
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** An x before a name only says that it is not a registered one. */
  private static Optional<Charset> named(String key) {
    String plain = key.startsWith("x") ? key.substring(1) : key;
    return Stream.of(
            ALIASES.get(key),
            ALIASES.get(plain),
            KNOWN.get(key),
            KNOWN.get(plain),
            KNOWN.get("x" + key))
        .filter(Objects::nonNull)
        .findFirst()
        .map(found -> WIDER.getOrDefault(found, found));
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
