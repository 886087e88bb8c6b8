package org.tierline.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words mail programs and people put around what they newly write, in many languages; kept in
 * {@code intake/reply-words.txt}, where somebody who speaks another language may add theirs.
 */
final class ReplyWords {

  private static final Pattern ACCENTS = Pattern.compile("[\\p{Mn}\\p{Cf}]");
  private static final Pattern OTHER_DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, Set<String>> WORDS = read();

  private ReplyWords() {}

  /** All words of one kind, {@linkplain #plain plain}. */
  static Set<String> of(String kind) {
    return Objects.requireNonNull(WORDS.get(kind), () -> "No words of the kind " + kind);
  }

  /** All words of one kind, without anything but letters, digits and single spaces. */
  static Set<String> lettersOf(String kind) {
    return of(kind).stream().map(ReplyWords::letters).collect(toUnmodifiableSet());
  }

  /** The same text for every way to write it: lower case, no accents, simple digits and spaces. */
  static String plain(String text) {
    String latin =
        text.toLowerCase(Locale.ROOT)
            .replace('ł', 'l')
            .replace('ø', 'o')
            .replace('đ', 'd')
            .replace('ı', 'i')
            .replace('’', '\'')
            .replace("ß", "ss")
            .replace("æ", "ae");
    String bare = ACCENTS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD)).replaceAll("");
    String digits = OTHER_DIGIT.matcher(bare).replaceAll(digit -> latinDigit(digit.group()));
    return SPACES
        .matcher(Normalizer.normalize(digits, Normalizer.Form.NFC))
        .replaceAll(" ")
        .strip();
  }

  private static String latinDigit(String digit) {
    return Integer.toString(Character.digit(digit.codePointAt(0), 10));
  }

  static String letters(String plain) {
    return NO_LETTERS.matcher(plain).replaceAll(" ").strip();
  }

  private static Map<String, Set<String>> read() {
    try (var in = ReplyWords.class.getResourceAsStream("/intake/reply-words.txt");
        var reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(ReplyWords::wordsIn)
          .collect(
              groupingBy(
                  word -> word.get(0),
                  mapping(word -> word.get(1), toCollection(LinkedHashSet::new))));
    } catch (IOException e) {
      throw new UncheckedIOException("The words around replies cannot be read", e);
    }
  }

  private static Stream<List<String>> wordsIn(String line) {
    String[] columns = line.split("\\|", -1);
    if (columns.length != 3) {
      throw new IllegalStateException("Not three columns: " + line);
    }
    return Arrays.stream(columns[2].split(";", -1))
        .map(word -> List.of(columns[0].strip(), plain(word)));
  }
}
