package org.tierline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StarterArticlesTest {

  private static final Pattern LINK = Pattern.compile("href=\"/kb/([^\"]*)\"");

  private final List<ArticleText> articles = StarterArticles.read();

  @Test
  void coverWhatCustomersAskMost() {
    assertThat(articles)
        .extracting(text -> text.category().code())
        .contains("ACCOUNT_ACCESS", "BILLING", "BUG", "DATA_LOSS", "OUTAGE", "HOW_TO")
        .contains("FEATURE_REQUEST", "GENERAL");
    assertThat(articles).extracting(ArticleText::slug).doesNotHaveDuplicates();
  }

  @Test
  void fitTheirColumns() {
    assertThat(articles)
        .allSatisfy(
            text -> {
              assertThat(text.title()).hasSizeLessThanOrEqualTo(200);
              assertThat(text.summary()).hasSizeLessThanOrEqualTo(500);
              assertThat(String.join(", ", text.keywords())).hasSizeLessThanOrEqualTo(1000);
            });
  }

  @Test
  void pointOnlyToEachOther() {
    Set<String> known = articles.stream().map(ArticleText::slug).collect(Collectors.toSet());

    List<String> links =
        articles.stream()
            .flatMap(text -> LINK.matcher(ArticleMarkup.html(text.body())).results())
            .map((MatchResult link) -> link.group(1))
            .toList();

    assertThat(links).isNotEmpty().isSubsetOf(known);
  }
}
