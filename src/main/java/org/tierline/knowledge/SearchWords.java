package org.tierline.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a text somebody wrote, each once: who writes a word ten times does not ask a
 * different question.
 */
record SearchWords(List<String> words) {

  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{IsDigit}'’]{1,50}");

  /** Every word is searched in four fields, and Lucene refuses queries of more than 1024 parts. */
  private static final int MOST = 150;

  static SearchWords of(String text) {
    return new SearchWords(
        WORD.matcher(text)
            .results()
            .map(MatchResult::group)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .distinct()
            .limit(MOST)
            .toList());
  }

  int count() {
    return words.size();
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
