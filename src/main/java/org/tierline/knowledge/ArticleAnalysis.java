package org.tierline.knowledge;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How the index reads English: words by their stem, without those that say nothing about a problem.
 * Named in {@code persistence.xml}.
 */
public class ArticleAnalysis implements LuceneAnalysisConfigurer {

  static final String ENGLISH = "english";

  @Override
  public void configure(LuceneAnalysisConfigurationContext context) {
    context
        .analyzer(ENGLISH)
        .custom()
        .tokenizer("standard")
        .tokenFilter("englishPossessive")
        .tokenFilter("lowercase")
        .tokenFilter("asciiFolding")
        .tokenFilter("stop")
        .param("words", "knowledge/words-without-meaning.txt")
        .param("ignoreCase", "true")
        .tokenFilter("porterStem");
  }
}
