package org.tierline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A phrase of a decision table, ready to be listened for.
 *
 * @param parts what must be heard; each part in any of its alternatives
 */
record Phrase(List<Part> parts) {

  /** One word of the phrase, or others that count the same here. */
  record Part(List<Alternative> alternatives) {}

  /**
   * @param spelling as the table has it
   * @param forms what to listen for: mostly one word; {@code can't} is heard as {@code can not}
   */
  record Alternative(String spelling, List<String> forms) {}

  /** More phrases than a desk's tables hold; beyond that, phrases are simply read again. */
  private static final int MAX_KNOWN = 10_000;

  private static final Map<String, Phrase> KNOWN = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException if there is no word in it
   */
  static Phrase of(String phrase) {
    Phrase known = KNOWN.get(phrase);
    if (known != null) {
      return known;
    }
    Phrase read = read(phrase);
    if (KNOWN.size() < MAX_KNOWN) {
      KNOWN.put(phrase, read);
    }
    return read;
  }

  private static Phrase read(String phrase) {
    List<Part> parts = new ArrayList<>();
    for (String part : Word.joined(phrase).split("\\s+", -1)) {
      List<Alternative> alternatives =
          Arrays.stream(part.split("/"))
              .map(spelling -> new Alternative(spelling, forms(spelling)))
              .filter(alternative -> !alternative.forms().isEmpty())
              .toList();
      if (!alternatives.isEmpty()) {
        parts.add(new Part(alternatives));
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("No word in the phrase \"" + phrase + "\"");
    }
    return new Phrase(List.copyOf(parts));
  }

  private static List<String> forms(String spelling) {
    boolean exactly = spelling.startsWith(Word.EXACTLY);
    return Word.wordsOf(spelling).stream()
        .map(word -> exactly ? word.exactly() : word.stem())
        .toList();
  }
}
