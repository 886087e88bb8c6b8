package org.tierline.portal.knowledge;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.tierline.knowledge.Article;
import org.tierline.knowledge.Articles;
import org.tierline.knowledge.SuggestArticles;
import org.tierline.knowledge.Suggestion;
import org.tierline.platform.DeskSettings;

/** The help articles for programs and for the agents' view; open to everybody, as the pages are. */
@RequestScoped
@Path("/api/v1/kb")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class KnowledgeResource {

  private final Articles articles;
  private final SuggestArticles suggestArticles;
  private final SearchLimit limit;
  private final DeskSettings desk;

  @Inject
  public KnowledgeResource(
      Articles articles, SuggestArticles suggestArticles, SearchLimit limit, DeskSettings desk) {
    this.articles = articles;
    this.suggestArticles = suggestArticles;
    this.limit = limit;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public KnowledgeResource() {
    this(null, null, null, null);
  }

  @GET
  @Path("/articles")
  public List<ArticleJson.Line> articles() {
    return articles.published().stream().map(a -> ArticleJson.Line.of(a, desk)).toList();
  }

  @GET
  @Path("/articles/{slug}")
  public ArticleJson article(@PathParam("slug") String slug) {
    return articles
        .find(slug)
        .filter(Article::isPublished)
        .map(a -> ArticleJson.of(a, desk))
        .orElseThrow(NotFoundException::new);
  }

  /**
   * Articles that may answer a text; an empty list when none fits well.
   *
   * @param text a question, a subject or the beginning of a mail
   */
  @GET
  @Path("/suggestions")
  public List<Suggestion> suggestions(
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("most")
          @DefaultValue("5")
          @Min(value = 1, message = "must be at least 1") @Max(value = 20, message = "must be at most 20") int most,
      @Context HttpServletRequest request) {
    limit.visit(request);
    return suggestArticles.suggest(text, most);
  }
}
