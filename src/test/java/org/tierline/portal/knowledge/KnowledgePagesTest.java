package org.tierline.portal.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.knowledge.ArticleFixture.anArticle;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.knowledge.Article;
import org.tierline.knowledge.InMemoryArticles;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Pages;

class KnowledgePagesTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("https://help.example"), ZoneId.of("Europe/Berlin"));

  private final TestClock clock = new TestClock();
  private final InMemoryArticles articles = new InMemoryArticles();
  private final SearchLimit limit = new SearchLimit(5, clock);
  private final ApiInMemory api =
      new ApiInMemory(
          new KnowledgePages(articles, articles.searchArticles(), limit, new Pages(DESK), DESK),
          new KnowledgeResource(articles, articles.suggestArticles(DESK), limit, DESK));

  @BeforeEach
  void library() {
    articles.add(anArticle("reset-your-password", "Reset your password", "Open **Settings**."));
    articles.add(anArticle("evil", "<script>alert(1)</script>", "<img src=x onerror=alert(2)>"));
    Article withdrawn = anArticle("old-news", "Old news", "Once");
    withdrawn.withdraw(MONDAY_9AM);
    articles.add(withdrawn);
  }

  @Test
  void listsPublishedArticlesBySubject() {
    String page = page("/kb");

    assertThat(page).contains("Account and sign-in", "/kb/reset-your-password");
    assertThat(page).doesNotContain("Old news");
  }

  @Test
  void showsAnArticleAsItIsMeant() {
    String page = page("/kb/reset-your-password");

    assertThat(page).contains("<h1>Reset your password</h1>", "Open <strong>Settings</strong>.");
    assertThat(page).contains("Last changed on 23 November 2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/kb/evil", "/kb", "/kb?q=alert", "/kb?q=%3Cscript%3Ealert(3)%3C/script%3E"})
  void whatAuthorsAndReadersWriteIsEscaped(String path) {
    assertThat(page(path)).doesNotContain("<script", "<img").contains("&lt;script&gt;");
  }

  @Test
  void searchFindsOrSaysThatItDidNot() {
    assertThat(page("/kb?q=forgot")).contains("Found for", "/kb/reset-your-password");
    assertThat(page("/kb?q=quokka")).contains("Nothing found for", "/requests/new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/kb/old-news", "/kb/none", "/kb/%00", "/kb/..%2F..%2Fetc%2Fpasswd"})
  void whatIsNotThereIsAFriendlyPage(String path) {
    MockHttpResponse answer = api.get(path);

    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(text(answer)).contains("There is nothing here");
  }

  @Test
  void programsGetTheSameArticles() {
    JsonNode list = json("/api/v1/kb/articles");
    JsonNode one = json("/api/v1/kb/articles/reset-your-password");

    assertThat(list.findValuesAsText("slug")).containsExactly("evil", "reset-your-password");
    assertThat(one.get("url").asText()).isEqualTo("https://help.example/kb/reset-your-password");
    assertThat(one.get("html").asText()).isEqualTo("<p>Open <strong>Settings</strong>.</p>\n");
    assertThat(one.get("reviewOn").asText()).isEqualTo("2027-05-01");
    assertThat(one.get("updatedAt").asText()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(one.get("category").asText()).isEqualTo("ACCOUNT_ACCESS");
  }

  @Test
  void programsAreToldWhatIsMissing() {
    MockHttpResponse answer = api.get("/api/v1/kb/articles/old-news");

    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getOutputHeaders().getFirst("Content-Type").toString())
        .startsWith("application/problem+json");
  }

  @Test
  void suggestionsSayWhereToRead() {
    JsonNode best = json("/api/v1/kb/suggestions?q=How+do+I+reset+my+password").get(0);

    assertThat(best.get("slug").asText()).isEqualTo("reset-your-password");
    assertThat(best.get("title").asText()).isEqualTo("Reset your password");
    assertThat(best.get("snippet").asText()).isEqualTo("About Reset your password");
    assertThat(best.get("url").asText()).endsWith("/kb/reset-your-password");
    assertThat(best.get("score").isNumber()).isTrue();
    assertThat(json("/api/v1/kb/suggestions")).isEmpty();
  }

  @Test
  void whoSearchesTooOftenIsAskedToWait() {
    for (int i = 0; i < 5; i++) {
      assertThat(api.get("/api/v1/kb/suggestions?q=password").getStatus()).isEqualTo(200);
    }

    MockHttpResponse answer = api.get("/kb?q=password");

    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getOutputHeaders().getFirst("Retry-After")).isNotNull();
    assertThat(api.get("/kb").getStatus()).isEqualTo(200);
  }

  private String page(String path) {
    MockHttpResponse answer = api.get(path);
    assertThat(answer.getStatus()).isEqualTo(200);
    return text(answer);
  }

  private JsonNode json(String path) {
    MockHttpResponse answer = api.get(path);
    assertThat(answer.getStatus()).isEqualTo(200);
    try {
      return new ObjectMapper().readTree(text(answer));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(MockHttpResponse answer) {
    try {
      return answer.getContentAsString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
