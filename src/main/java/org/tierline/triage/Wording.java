package org.tierline.triage;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a customer wrote, heard word by word.
 *
 * <p>A phrase is one or more words; a slash separates words that mean the same here: {@code
 * "system/site down/offline"}. Words count as words, in whatever inflection, case or accent: {@code
 * error} is heard in "Errors" but not in "terror". There are three ways to listen:
 *
 * <ul>
 *   <li>{@link #mentions}: the words are near each other in one clause, in any order;
 *   <li>{@link #reports}: as {@code mentions}, and not denied ("no longer down", "without errors",
 *       "the outage is over"), merely imagined ("in case of an outage") or about a figure ("sales
 *       are down");
 *   <li>{@link #says}: exactly these words, one after the other, such as {@code "how do I"}.
 * </ul>
 *
 * <p>This is hearing, not understanding: which phrases matter is up to the decision tables.
 */
public final class Wording {

  /** How many other words may stand between those of a phrase. */
  private static final int MAX_OTHER_WORDS = 5;

  /** A denial further away than this belongs to something else. */
  private static final int MAX_DENIAL_DISTANCE = 6;

  /** How to listen. */
  public enum Way {
    MENTIONS,
    REPORTS,
    SAYS
  }

  private final List<Word> words;
  private final Map<String, List<Integer>> places = new HashMap<>();

  private Wording(List<Word> words) {
    this.words = words;
    for (int i = 0; i < words.size(); i++) {
      places.computeIfAbsent(words.get(i).stem(), key -> new ArrayList<>()).add(i);
      places.computeIfAbsent(words.get(i).exactly(), key -> new ArrayList<>()).add(i);
    }
  }

  public static Wording of(String text) {
    return new Wording(Word.wordsOf(text));
  }

  /** Whether the phrase's words stand near each other in one clause, in any order. */
  public boolean mentions(String phrase) {
    return hear(Way.MENTIONS, phrase).isPresent();
  }

  /** Whether the phrase is mentioned at least once without being denied or merely imagined. */
  public boolean reports(String phrase) {
    return hear(Way.REPORTS, phrase).isPresent();
  }

  /** Whether exactly these words follow one another. */
  public boolean says(String phrase) {
    return hear(Way.SAYS, phrase).isPresent();
  }

  /**
   * Listens for a phrase.
   *
   * @return the phrase as it was heard: of the words that count the same the one that was used, in
   *     the spelling of the phrase
   */
  public Optional<String> hear(Way way, String phrase) {
    List<Phrase.Part> parts = Phrase.of(phrase).parts();
    Optional<int[]> places =
        switch (way) {
          case MENTIONS -> near(parts, found -> true);
          case REPORTS -> near(parts, found -> !isDenied(found));
          case SAYS -> inOrder(parts);
        };
    return places.map(
        heard ->
            IntStream.range(0, heard.length)
                .mapToObj(i -> alternativeAt(parts.get(i), heard[i]).orElseThrow().spelling())
                .collect(joining(" ")));
  }

  private Optional<int[]> inOrder(List<Phrase.Part> parts) {
    for (int start : placesOf(parts.get(0))) {
      int[] heard = new int[parts.size()];
      int place = start;
      int matched = 0;
      while (matched < parts.size()) {
        int length = lengthAt(parts.get(matched), place);
        if (length == 0 || !isOneRun(start, place + length - 1)) {
          break;
        }
        heard[matched++] = place;
        place += length;
      }
      if (matched == parts.size()) {
        return Optional.of(heard);
      }
    }
    return Optional.empty();
  }

  private Optional<int[]> near(List<Phrase.Part> parts, Predicate<Set<Integer>> accepted) {
    List<List<Integer>> found = parts.stream().map(this::placesOf).toList();
    if (found.stream().anyMatch(List::isEmpty)) {
      return Optional.empty();
    }
    int rarest = 0;
    for (int i = 1; i < found.size(); i++) {
      rarest = found.get(i).size() < found.get(rarest).size() ? i : rarest;
    }
    for (int anchor : found.get(rarest)) {
      int[] chosen = around(anchor, rarest, parts, found);
      if (chosen.length > 0 && accepted.test(allWords(chosen, parts))) {
        return Optional.of(chosen);
      }
    }
    return Optional.empty();
  }

  /** The nearest place of each part around an anchor; empty when they are too far apart. */
  private int[] around(
      int anchor, int anchorPart, List<Phrase.Part> parts, List<List<Integer>> found) {
    int[] chosen = new int[parts.size()];
    Arrays.fill(chosen, -1);
    chosen[anchorPart] = anchor;
    int first = anchor;
    int last = anchor;
    for (int i = 0; i < parts.size(); i++) {
      if (i == anchorPart) {
        continue;
      }
      int nearest = -1;
      for (int place : inReach(anchor, parts.size(), found.get(i))) {
        if (contains(chosen, place) || words.get(place).clause() != words.get(anchor).clause()) {
          continue;
        }
        if (nearest < 0 || distance(place, anchor) < distance(nearest, anchor)) {
          nearest = place;
        }
      }
      if (nearest < 0) {
        return new int[0];
      }
      chosen[i] = nearest;
      first = Math.min(first, nearest);
      last = Math.max(last, nearest);
    }
    return distance(first, last) <= reach(parts.size()) ? chosen : new int[0];
  }

  /** How far apart the first and the last word of a phrase may stand. */
  private static int reach(int parts) {
    return parts - 1 + MAX_OTHER_WORDS;
  }

  /** Only these can be in reach; a long log file repeats its words thousands of times. */
  private static List<Integer> inReach(int anchor, int parts, List<Integer> places) {
    return places.subList(
        indexOf(anchor - reach(parts), places), indexOf(anchor + reach(parts) + 1, places));
  }

  private static int indexOf(int place, List<Integer> places) {
    int index = Collections.binarySearch(places, place);
    return index < 0 ? -index - 1 : index;
  }

  private int distance(int a, int b) {
    return Math.abs(words.get(a).position() - words.get(b).position());
  }

  private static boolean contains(int[] places, int place) {
    return Arrays.stream(places).anyMatch(p -> p == place);
  }

  private Set<Integer> allWords(int[] chosen, List<Phrase.Part> parts) {
    Set<Integer> all = new HashSet<>();
    for (int i = 0; i < chosen.length; i++) {
      for (int word = 0; word < lengthAt(parts.get(i), chosen[i]); word++) {
        all.add(chosen[i] + word);
      }
    }
    return all;
  }

  private List<Integer> placesOf(Phrase.Part part) {
    return part.alternatives().stream()
        .flatMap(alternative -> places.getOrDefault(alternative.forms().get(0), List.of()).stream())
        .filter(place -> lengthAt(part, place) > 0)
        .sorted()
        .distinct()
        .toList();
  }

  /** How many words a part takes here: mostly one; {@code can't} takes two; 0 if not heard. */
  private int lengthAt(Phrase.Part part, int place) {
    return alternativeAt(part, place).map(heard -> heard.forms().size()).orElse(0);
  }

  private Optional<Phrase.Alternative> alternativeAt(Phrase.Part part, int place) {
    for (Phrase.Alternative alternative : part.alternatives()) {
      int length = alternative.forms().size();
      if (place + length <= words.size()
          && isOneRun(place, place + length - 1)
          && matches(alternative.forms(), place)) {
        return Optional.of(alternative);
      }
    }
    return Optional.empty();
  }

  private boolean matches(List<String> forms, int place) {
    for (int i = 0; i < forms.size(); i++) {
      if (!words.get(place + i).is(forms.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isOneRun(int first, int last) {
    return last < words.size()
        && words.get(first).clause() == words.get(last).clause()
        && distance(first, last) == last - first;
  }

  private boolean isDenied(Set<Integer> phrase) {
    return phrase.stream()
        .anyMatch(
            place ->
                isDeniedBefore(place, phrase)
                    || isDeniedAfter(place, phrase)
                    || Recovery.follows(words, place)
                    || Figures.isDown(words, place));
  }

  /** Looks back over words that carry a denial along: "not", then "seen any", then the phrase. */
  private boolean isDeniedBefore(int place, Set<Integer> phrase) {
    int clause = words.get(place).clause();
    for (int i = place - 1; i >= 0 && distance(i, place) <= MAX_DENIAL_DISTANCE; i--) {
      Word word = words.get(i);
      if (word.clause() != clause) {
        return false;
      }
      if (phrase.contains(i) || Denial.isCarrier(word)) {
        continue;
      }
      if (Denial.isAlternative(word)) {
        i--; // "no errors or crashes" denies both
        continue;
      }
      return Denial.isDenial(words, i);
    }
    return false;
  }

  /** Looks ahead for "is over", "has been fixed", "for maintenance" and the like. */
  private boolean isDeniedAfter(int place, Set<Integer> phrase) {
    boolean isState = false;
    boolean isPurpose = false;
    int clause = words.get(place).clause();
    for (int i = place + 1; i < words.size() && distance(i, place) <= MAX_DENIAL_DISTANCE; i++) {
      Word word = words.get(i);
      if (word.clause() != clause || phrase.contains(i)) {
        return false; // from a word of the phrase we look ahead again
      }
      if ((i == place + 1 && Denial.isCountermeasure(word))
          || (isState && Denial.isEnd(word))
          || (isPurpose && Denial.isPlannedWork(word))
          || Denial.isVanishing(word)) {
        return true;
      }
      if (!Denial.leadsToAnEnd(word)) {
        return false;
      }
      isState = isState || Denial.isStateVerb(word);
      isPurpose = isPurpose || Denial.isPurpose(word);
    }
    return false;
  }
}
