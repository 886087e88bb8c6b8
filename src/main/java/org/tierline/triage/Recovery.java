package org.tierline.triage;

import java.util.List;
import java.util.Set;

/** What was so and is no longer: "the platform was down yesterday but is fine again". */
final class Recovery {

  private static final Set<String> PAST = Set.of("was", "were", "had", "went", "war", "waren");

  private static final Set<String> FINE =
      Set.of("fine", "normal", "ok", "okay", "restored", "recovered");

  /** Not enough by themselves: "again". */
  private static final Set<String> AT_WORK =
      Set.of(
          "up",
          "online",
          "works",
          "work",
          "working",
          "available",
          "reachable",
          "running",
          "good",
          "lauft",
          "geht",
          "erreichbar");

  private static final Set<String> AGAIN = Set.of("again", "back", "now", "wieder");

  /** Who asks, hopes or waits has not recovered. */
  private static final Set<String> NOT_YET =
      Set.of(
          "not", "no", "never", "nothing", "until", "till", "when", "if", "please", "will", "would",
          "hope", "down", "nicht");

  /** How far before "down" its verb may stand. */
  private static final int MAX_VERB_DISTANCE = 3;

  private static final int MAX_DISTANCE = 14;

  /** The end of a short line and of its sentence count as two. */
  private static final int MAX_CLAUSES = 2;

  private Recovery() {}

  /** Whether something in the past, said here, is over according to the words that follow. */
  static boolean follows(List<Word> words, int place) {
    return isPast(words, place) && isFineAfter(words, place);
  }

  private static boolean isPast(List<Word> words, int place) {
    int clause = words.get(place).clause();
    for (int i = place - 1; i >= 0 && i >= place - MAX_VERB_DISTANCE; i--) {
      if (words.get(i).clause() != clause) {
        return false;
      }
      if (PAST.contains(words.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFineAfter(List<Word> words, int place) {
    Word here = words.get(place);
    for (int i = place + 1; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.position() - here.position() > MAX_DISTANCE
          || word.clause() - here.clause() > MAX_CLAUSES
          || NOT_YET.contains(word.text())) {
        return false;
      }
      if (FINE.contains(word.text()) || (AT_WORK.contains(word.text()) && isAgain(words, i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAgain(List<Word> words, int place) {
    return is(words, place - 1) || is(words, place + 1) || is(words, place + 2);
  }

  private static boolean is(List<Word> words, int place) {
    return place >= 0 && place < words.size() && AGAIN.contains(words.get(place).text());
  }
}
