package org.tierline.triage;

import java.util.List;
import java.util.Set;

/** The words by which people say that something is not so, is over, or is only imagined. */
final class Denial {

  private static final Set<String> DENIALS =
      Set.of(
          // English; "no longer" and "n't" arrive as "not"
          "not",
          "no",
          "never",
          "without",
          "none",
          "neither",
          "nor",
          "hardly",
          "avoid",
          "avoiding",
          "prevent",
          "preventing",
          "against",
          "planned",
          "scheduled",
          "upcoming",
          // German, French, Spanish
          "nicht",
          "kein",
          "keine",
          "keinen",
          "keinerlei",
          "ohne",
          "nie",
          "weder",
          "pas",
          "sans",
          "aucun",
          "aucune",
          "jamais",
          "sin",
          "ningun",
          "ninguna",
          "nunca");

  /** Words between a denial and what it denies: "have <b>not</b> seen any other error". */
  private static final Set<String> CARRIERS =
      Set.copyOf(
          List.of(
              ("a an the this that these such any some one single more further new other another"
                      + " visible real actual known apparent sign signs of kind sort been be being is"
                      + " are was were am have has had having get gets getting got see seeing seen saw"
                      + " find finding found receive receiving received experience experiencing"
                      + " experienced encounter encountered notice noticed cause causes caused causing"
                      + " show shows showing shown produce produces throw throws throwing give gives"
                      + " giving report reporting contain contains containing really actually"
                      + " completely totally entirely fully currently now ever yet again it there my"
                      + " our your his her their its to with in"
                      + " mehr einen eine ein der die das den des de la le les el los las un une una"
                      + " est esta ist sind war hay d l")
                  .split(" ", -1)));

  private static final Set<String> ALTERNATIVES = Set.of("or", "nor", "oder", "noch", "ou", "ni");

  private static final Set<String> STATE_VERBS =
      Set.copyOf(
          List.of(
              ("is are was were has have got seems seem appears appear ist sind wurde est sont esta"
                      + " estan fue")
                  .split(" ", -1)));

  private static final Set<String> LEADING_TO_AN_END =
      Set.copyOf(
          List.of(
              ("been be to now already finally all completely fully since again meanwhile the a"
                      + " scheduled planned message"
                      + " messages has been inzwischen jetzt ha sido ete")
                  .split(" ", -1)));

  private static final Set<String> ENDS =
      Set.copyOf(
          List.of(
              ("gone over fixed resolved solved disappeared vanished history behoben geloest gelost"
                      + " vorbei weg resolu resolue corrige resuelto resuelta solucionado")
                  .split(" ", -1)));

  /** Ends by themselves: "the error disappeared". */
  private static final Set<String> VANISHINGS = Set.of("disappeared", "vanished");

  /** What a system is taken down for on purpose. */
  private static final Set<String> PLANNED_WORK =
      Set.of("maintenance", "upgrade", "upgrades", "update", "updates");

  private static final Set<String> COUNTERMEASURES =
      Set.of(
          "prevention", "protection", "policy", "policies", "insurance", "plan", "proof", "free");

  private static final Set<String> AUXILIARIES =
      Set.of("is", "are", "was", "were", "does", "do", "did", "has", "have", "can", "could");

  private Denial() {}

  static boolean isCarrier(Word word) {
    return CARRIERS.contains(word.text());
  }

  static boolean isAlternative(Word word) {
    return ALTERNATIVES.contains(word.text());
  }

  static boolean isStateVerb(Word word) {
    return STATE_VERBS.contains(word.text());
  }

  /** Words on the way to "over", "fixed" or "maintenance". */
  static boolean leadsToAnEnd(Word word) {
    return LEADING_TO_AN_END.contains(word.text()) || isStateVerb(word) || isPurpose(word);
  }

  static boolean isEnd(Word word) {
    return ENDS.contains(word.text());
  }

  static boolean isCountermeasure(Word word) {
    return COUNTERMEASURES.contains(word.text());
  }

  static boolean isVanishing(Word word) {
    return VANISHINGS.contains(word.text());
  }

  static boolean isPurpose(Word word) {
    return word.text().equals("for");
  }

  static boolean isPlannedWork(Word word) {
    return PLANNED_WORK.contains(word.text());
  }

  /** Whether the word here denies what follows. */
  static boolean isDenial(List<Word> words, int place) {
    return switch (words.get(place).text()) {
      // "in case of", "in the event of"
      case "case", "event", "cas", "caso" ->
          follows(words, place, "in", 2) || follows(words, place, "en", 2);
      case "falle", "falls" -> true;
      // "what if", "what happens when"
      case "if", "when" -> follows(words, place, "what", 2);
      // "where can I see outages", "where I see outages"
      case "i", "we", "can", "could" -> follows(words, place, "where", 2);
      // "I cannot save without an error" denies nothing
      case "without" -> !follows(words, place, "not", 5);
      // "isn't the system down?" asks for a yes
      case "not" -> !opensQuestion(words, place);
      default -> DENIALS.contains(words.get(place).text());
    };
  }

  private static boolean follows(List<Word> words, int place, String word, int within) {
    int clause = words.get(place).clause();
    for (int i = place - 1; i >= 0 && i >= place - within; i--) {
      if (words.get(i).clause() != clause) {
        return false;
      }
      if (words.get(i).text().equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean opensQuestion(List<Word> words, int place) {
    int first = place - 1;
    return first >= 0
        && AUXILIARIES.contains(words.get(first).text())
        && words.get(first).clause() == words.get(place).clause()
        && (first == 0 || words.get(first - 1).clause() != words.get(first).clause());
  }
}
