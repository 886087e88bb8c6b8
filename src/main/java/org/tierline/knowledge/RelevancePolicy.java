package org.tierline.knowledge;

import java.util.List;
import org.tierline.knowledge.ArticleIndex.Match;

/**
 * An article is worth a reader's time when it fits well by itself and not much worse than the best.
 * The more somebody wrote, the less a single common word proves.
 *
 * <p>The numbers were chosen on the questions of {@code SuggestArticlesTest}: a keyword that stands
 * in no other article earns about 7.
 */
final class RelevancePolicy {

  private static final double LEAST_SCORE = 5;

  private static final double MORE_PER_WORD = 0.25;

  /** A long mail tells many things beside its question. */
  private static final int WORDS_THAT_COUNT = 20;

  private static final double LEAST_SHARE_OF_THE_BEST = 0.4;

  private RelevancePolicy() {}

  /**
   * @param matches best first
   */
  static List<Match> relevant(SearchWords words, List<Match> matches) {
    double best = matches.isEmpty() ? 0 : matches.get(0).score();
    double least =
        Math.max(
            LEAST_SCORE + MORE_PER_WORD * Math.min(words.count(), WORDS_THAT_COUNT),
            LEAST_SHARE_OF_THE_BEST * best);
    return matches.stream().filter(match -> match.score() >= least).toList();
  }
}
