package org.tierline.portal.knowledge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tierline.knowledge.Article;
import org.tierline.knowledge.ArticleMarkup;
import org.tierline.knowledge.Articles;
import org.tierline.knowledge.SearchArticles;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.ticket.Category;

/** Where customers read and search the help articles. */
@RequestScoped
@Path("/kb")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class KnowledgePages {

  private static final int MOST_RESULTS = 20;

  private static final int LONGEST_SEARCH = 200;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Articles articles;
  private final SearchArticles searchArticles;
  private final SearchLimit limit;
  private final Pages pages;
  private final DeskSettings desk;

  @Inject
  public KnowledgePages(
      Articles articles,
      SearchArticles searchArticles,
      SearchLimit limit,
      Pages pages,
      DeskSettings desk) {
    this.articles = articles;
    this.searchArticles = searchArticles;
    this.limit = limit;
    this.pages = pages;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public KnowledgePages() {
    this(null, null, null, null, null);
  }

  /** All articles by subject, or those that fit a search. */
  @GET
  public Response list(
      @QueryParam("q") @DefaultValue("") String search, @Context HttpServletRequest request) {
    String words =
        search.length() <= LONGEST_SEARCH ? search.strip() : search.substring(0, LONGEST_SEARCH);
    if (words.isEmpty()) {
      return pages.show("kb", Map.of("words", "", "subjects", subjects(articles.published())));
    }
    limit.visit(request);
    List<Line> found = lines(searchArticles.search(words, MOST_RESULTS));
    return pages.show(
        "kb", Map.of("words", words, "results", Map.of("found", found, "none", found.isEmpty())));
  }

  @GET
  @Path("/{slug}")
  public Response read(@PathParam("slug") String slug) {
    return articles
        .find(slug)
        .filter(Article::isPublished)
        .map(article -> pages.show("kb-article", view(article)))
        .orElseGet(pages::notFound);
  }

  private View view(Article article) {
    return new View(
        article.title(),
        article.summary(),
        SubjectNames.of(article.category()),
        article.language(),
        ArticleMarkup.html(article.body()),
        day(article.updatedAt()));
  }

  private String day(Instant instant) {
    return DAY.format(instant.atZone(desk.zone()));
  }

  private static List<Subject> subjects(List<Article> all) {
    Map<String, List<Article>> bySubject =
        all.stream()
            .collect(groupingBy(a -> SubjectNames.of(a.category()), TreeMap::new, toList()));
    return bySubject.entrySet().stream()
        .map(subject -> new Subject(subject.getKey(), lines(subject.getValue())))
        .toList();
  }

  private static List<Line> lines(List<Article> some) {
    return some.stream().map(a -> new Line(a.slug(), a.title(), a.summary())).toList();
  }

  private record Line(String slug, String title, String summary) {}

  private record Subject(String name, List<Line> lines) {}

  /**
   * @param html the text, escaped and marked up by {@link ArticleMarkup}
   */
  private record View(
      String title,
      String summary,
      String subject,
      String language,
      String html,
      String updatedOn) {}

  /** How customers call the categories. */
  private static final class SubjectNames {

    private static final Map<String, String> NAMES =
        Map.of(
            "ACCOUNT_ACCESS", "Account and sign-in",
            "BILLING", "Billing and plans",
            "BUG", "Errors",
            "DATA_LOSS", "Missing data",
            "FEATURE_REQUEST", "Suggestions",
            "GENERAL", "Our support",
            "HOW_TO", "How to",
            "OUTAGE", "Service status");

    private SubjectNames() {}

    /** Analysts may invent categories; those are shown as they are. */
    static String of(Category category) {
      String code = category.code();
      return NAMES.getOrDefault(
          code, code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT));
    }
  }
}
