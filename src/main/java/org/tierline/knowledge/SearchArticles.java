package org.tierline.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tierline.knowledge.ArticleIndex.Match;

/** Use case: somebody looks for articles; they judge for themselves, so weak fits come last. */
@ApplicationScoped
@Transactional
public class SearchArticles {

  private final ArticleIndex index;

  @Inject
  public SearchArticles(ArticleIndex index) {
    this.index = index;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SearchArticles() {
    this(null);
  }

  public List<Article> search(String text, int most) {
    return index.bestMatches(SearchWords.of(text), most).stream().map(Match::article).toList();
  }
}
