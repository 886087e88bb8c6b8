package org.tierline.portal.knowledge;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tierline.knowledge.Article;
import org.tierline.knowledge.ArticleMarkup;
import org.tierline.platform.DeskSettings;

/**
 * An article with everything it says.
 *
 * @param body as its author wrote it
 * @param html the body, safe to show
 */
record ArticleJson(
    String slug,
    String title,
    String summary,
    URI url,
    String category,
    String language,
    List<String> keywords,
    Instant updatedAt,
    LocalDate reviewOn,
    String body,
    String html) {

  static ArticleJson of(Article article, DeskSettings desk) {
    return new ArticleJson(
        article.slug(),
        article.title(),
        article.summary(),
        address(article, desk),
        article.category().code(),
        article.language(),
        article.keywords(),
        article.updatedAt(),
        article.reviewOn(),
        article.body(),
        ArticleMarkup.html(article.body()));
  }

  static URI address(Article article, DeskSettings desk) {
    return desk.link("/kb/" + article.slug());
  }

  /** An article in a list. */
  record Line(
      String slug,
      String title,
      String summary,
      URI url,
      String category,
      String language,
      Instant updatedAt) {

    static Line of(Article article, DeskSettings desk) {
      return new Line(
          article.slug(),
          article.title(),
          article.summary(),
          address(article, desk),
          article.category().code(),
          article.language(),
          article.updatedAt());
    }
  }
}
