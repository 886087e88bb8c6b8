package org.tierline.knowledge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.search.engine.backend.types.Norms;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.tierline.ticket.Category;

/** An answer that is given often enough to be written down. */
@Entity
@Indexed
public class Article {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  @Id private UUID id;

  @Version private int version;

  private String slug;

  @FullTextField(analyzer = ArticleAnalysis.ENGLISH)
  private String title;

  @FullTextField(analyzer = ArticleAnalysis.ENGLISH)
  private String summary;

  @FullTextField(analyzer = ArticleAnalysis.ENGLISH)
  private String body;

  /**
   * Words people use for it that its text does not, separated by commas. A long list counts as
   * much.
   */
  @FullTextField(analyzer = ArticleAnalysis.ENGLISH, norms = Norms.NO)
  private String keywords;

  private String category;

  private String language;

  @GenericField private boolean published;

  private LocalDate reviewOn;

  private Instant updatedAt;

  protected Article() {} // for JPA

  /** An article everyone may read from now on. */
  public Article(ArticleText text, Instant now) {
    this.id = UUID.randomUUID();
    this.published = true;
    this.slug = text.slug();
    write(text, now);
  }

  /** Replaces what the article says; its address stays, because mails point to it. */
  public void revise(ArticleText text, Instant now) {
    if (!text.slug().equals(slug)) {
      throw new IllegalArgumentException(
          "Article " + slug + " keeps its address, it cannot become " + text.slug());
    }
    write(text, now);
  }

  private void write(ArticleText text, Instant now) {
    this.title = text.title();
    this.summary = text.summary();
    this.body = text.body();
    this.keywords = String.join(", ", text.keywords());
    this.category = text.category().code();
    this.language = text.language();
    this.reviewOn = text.reviewOn();
    this.updatedAt = now;
  }

  /** Takes the article away from readers; the desk keeps it. */
  public void withdraw(Instant now) {
    this.published = false;
    this.updatedAt = now;
  }

  static boolean isSlug(String text) {
    return text.length() <= 100 && SLUG.matcher(text).matches();
  }

  /** The last part of the article's address, such as {@code reset-your-password}. */
  public String slug() {
    return slug;
  }

  public String title() {
    return title;
  }

  /** One or two sentences: what the reader will be able to do. */
  public String summary() {
    return summary;
  }

  /** In the marks {@link ArticleMarkup} knows. */
  public String body() {
    return body;
  }

  public List<String> keywords() {
    return keywords.isEmpty() ? List.of() : Arrays.asList(keywords.split(", ", -1));
  }

  public Category category() {
    return new Category(category);
  }

  /** A BCP 47 tag such as {@code en}. */
  public String language() {
    return language;
  }

  public boolean isPublished() {
    return published;
  }

  /** When somebody shall check that it is still true. */
  public LocalDate reviewOn() {
    return reviewOn;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
