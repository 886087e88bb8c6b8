package org.tierline.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tierline.platform.DeskSettings;

/**
 * Use case: find the articles that may answer what somebody wrote; none rather than a useless one.
 */
@ApplicationScoped
@Transactional
public class SuggestArticles {

  private final ArticleIndex index;
  private final DeskSettings desk;

  @Inject
  public SuggestArticles(ArticleIndex index, DeskSettings desk) {
    this.index = index;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SuggestArticles() {
    this(null, null);
  }

  /**
   * @param text a question, a subject or a whole mail
   */
  public List<Suggestion> suggest(String text, int most) {
    SearchWords words = SearchWords.of(text);
    return RelevancePolicy.relevant(words, index.bestMatches(words, most)).stream()
        .map(
            match -> {
              Article article = match.article();
              return new Suggestion(
                  article.slug(),
                  article.title(),
                  article.summary(),
                  desk.link("/kb/" + article.slug()),
                  match.score());
            })
        .toList();
  }
}
