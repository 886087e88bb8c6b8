package org.tierline.knowledge;

import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.LocalDate;
import java.util.List;
import org.tierline.ticket.Category;

/** Articles for tests. */
public final class ArticleFixture {

  private ArticleFixture() {}

  public static Article anArticle(String slug, String title, String body) {
    return new Article(aText(slug, title, body), MONDAY_9AM);
  }

  public static ArticleText aText(String slug, String title, String body) {
    return new ArticleText(
        slug,
        title,
        "About " + title,
        body,
        List.of("forgot password", "login"),
        new Category("ACCOUNT_ACCESS"),
        "en",
        LocalDate.of(2027, 5, 1));
  }
}
