package org.tierline.triage;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;

/** What goes down without being broken: "sales are down", "visitors of the website are down". */
final class Figures {

  private static final String DOWN = "down";

  private static final Set<String> STEMS =
      Word.wordsOf(
              "sales revenue turnover income earnings profit margin booking orders demand visits"
                  + " visitors traffic views clicks downloads signups conversion number figures"
                  + " count rate ratio percentage volume amount price cost rating score attendance"
                  + " usage temperature umsatz umsatze zahlen besucher ventes ventas")
          .stream()
          .map(Word::stem)
          .collect(toUnmodifiableSet());

  /** Between what is down and "down": "are still 20 percent down". */
  private static final Set<String> LINKS =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "has",
          "have",
          "had",
          "went",
          "go",
          "goes",
          "going",
          "gone",
          "keep",
          "keeps",
          "seem",
          "seems",
          "to",
          "still",
          "again",
          "all",
          "way",
          "also",
          "now",
          "currently",
          "completely",
          "slightly",
          "sharply",
          "significantly",
          "by",
          "percent",
          "points",
          "a",
          "bit",
          "lot");

  /** "Sales <b>on</b> our platform": what is down stands before. */
  private static final Set<String> PLACES =
      Set.of("on", "in", "of", "for", "from", "via", "through", "across", "to", "at", "per");

  /** Between such a word and its noun. */
  private static final int MAX_ATTRIBUTES = 3;

  private Figures() {}

  /** Whether the word here says of a figure that it is down. */
  static boolean isDown(List<Word> words, int place) {
    if (!words.get(place).text().equals(DOWN)) {
      return false;
    }
    int subject = place - 1;
    while (isBefore(words, subject) && isLink(words.get(subject))) {
      subject--;
    }
    while (subject >= 0 && areNeighbours(words, subject, subject + 1)) {
      if (STEMS.contains(words.get(subject).stem())) {
        return true;
      }
      subject = beforePlace(words, subject);
    }
    return false;
  }

  /** The word before "on our", "of the new" and the like; negative without such. */
  private static int beforePlace(List<Word> words, int noun) {
    for (int i = noun - 1; i >= 0 && i >= noun - MAX_ATTRIBUTES; i--) {
      if (!areNeighbours(words, i, i + 1)) {
        return -1;
      }
      if (PLACES.contains(words.get(i).text())) {
        return i - 1;
      }
    }
    return -1;
  }

  private static boolean isBefore(List<Word> words, int place) {
    return place >= 0 && areNeighbours(words, place, place + 1);
  }

  private static boolean isLink(Word word) {
    return LINKS.contains(word.text()) || word.text().chars().allMatch(Character::isDigit);
  }

  /** In one clause and without a comma between them. */
  private static boolean areNeighbours(List<Word> words, int first, int second) {
    return words.get(first).clause() == words.get(second).clause()
        && words.get(second).position() - words.get(first).position() == 1;
  }
}
