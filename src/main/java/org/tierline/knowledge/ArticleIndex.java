package org.tierline.knowledge;

import java.util.List;

/** Finds articles by what they say. */
interface ArticleIndex {

  /** Published articles with any of the words: best first. */
  List<Match> bestMatches(SearchWords words, int most);

  /** Builds the index anew from the articles. */
  void rebuild();

  /**
   * An article and how well it fits.
   *
   * @param score comparable within one search, and roughly between searches
   */
  record Match(Article article, double score) {}
}
