package org.tierline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.knowledge.ArticleFixture.aText;
import static org.tierline.knowledge.ArticleFixture.anArticle;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.ticket.Category;

/** What every store of articles must do; run against memory, H2 and PostgreSQL. */
abstract class ArticlesContract {

  /** Runs work as one transaction would; nothing loaded in one is known to the next. */
  protected abstract <T> T inTransaction(Function<Articles, T> work);

  private final String slug = "a-" + UUID.randomUUID();

  @Test
  void articleComesBackAsItWasWritten() {
    change(articles -> articles.add(anArticle(slug, "Zürich & <Genève>", "Line one\n\nLine 2")));

    Article found = inTransaction(articles -> articles.find(slug).orElseThrow());

    assertThat(found.title()).isEqualTo("Zürich & <Genève>");
    assertThat(found.body()).isEqualTo("Line one\n\nLine 2");
    assertThat(found.keywords()).containsExactly("forgot password", "login");
    assertThat(found.category()).isEqualTo(new Category("ACCOUNT_ACCESS"));
    assertThat(found.reviewOn()).isEqualTo(LocalDate.of(2027, 5, 1));
    assertThat(found.updatedAt()).isEqualTo(MONDAY_9AM);
    assertThat(found.isPublished()).isTrue();
  }

  @Test
  void revisionReplacesTheText() {
    Instant later = MONDAY_9AM.plusSeconds(3600);
    change(articles -> articles.add(anArticle(slug, "Old", "old")));

    change(articles -> articles.find(slug).orElseThrow().revise(aText(slug, "New", "new"), later));

    Article found = inTransaction(articles -> articles.find(slug).orElseThrow());
    assertThat(found.title()).isEqualTo("New");
    assertThat(found.updatedAt()).isEqualTo(later);
  }

  @Test
  void withdrawnArticleIsKeptButNotListed() {
    String other = "b-" + UUID.randomUUID();
    change(articles -> articles.add(anArticle(slug, "Gone", "text")));
    change(articles -> articles.add(anArticle(other, "Here", "text")));

    change(articles -> articles.find(slug).orElseThrow().withdraw(MONDAY_9AM));

    List<Article> published = inTransaction(Articles::published);
    assertThat(published).extracting(Article::slug).contains(other).doesNotContain(slug);
    assertThat(find(slug)).isPresent();
  }

  @Test
  void strangeAddressesFindNothing() {
    assertThat(find("no\0thing")).isEmpty();
    assertThat(find("' or 1=1 --")).isEmpty();
    assertThat(find("x".repeat(10_000))).isEmpty();
  }

  private Optional<Article> find(String address) {
    return inTransaction(articles -> articles.find(address));
  }

  private void change(Consumer<Articles> work) {
    inTransaction(
        articles -> {
          work.accept(articles);
          return true;
        });
  }
}
