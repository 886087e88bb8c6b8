package org.tierline.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.tierline.ticket.Category;

/**
 * What an author writes.
 *
 * @param slug the last part of the article's address
 * @param body in the marks {@link ArticleMarkup} knows
 * @param keywords words people use for it that its text does not
 * @param language a BCP 47 tag such as {@code en}
 * @param reviewOn when somebody shall check that it is still true
 */
public record ArticleText(
    String slug,
    String title,
    String summary,
    String body,
    List<String> keywords,
    Category category,
    String language,
    LocalDate reviewOn) {

  public ArticleText {
    if (!Article.isSlug(slug)) {
      throw new IllegalArgumentException(
          "An article's address is made of small letters, digits and hyphens, not: " + slug);
    }
    if (title.isBlank() || body.isBlank()) {
      throw new IllegalArgumentException("Article " + slug + " needs a title and a body");
    }
    if (keywords.stream().anyMatch(word -> word.contains(",") || word.isBlank())) {
      throw new IllegalArgumentException("Article " + slug + " has a keyword with a comma or none");
    }
    keywords = List.copyOf(keywords);
  }
}
