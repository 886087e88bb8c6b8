package org.tierline.knowledge;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the articles ready when the desk starts: fills the index, and first, if this is a
 * demonstration, writes the starter articles that are not there yet.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class OpenLibrary {

  private static final System.Logger LOG = System.getLogger(OpenLibrary.class.getName());

  private final Articles articles;
  private final ArticleIndex index;
  private final Clock clock;
  private final boolean demonstration;

  @Inject
  public OpenLibrary(
      Articles articles,
      ArticleIndex index,
      Clock clock,
      @ConfigProperty(name = "tierline.demo.knowledge", defaultValue = "false")
          boolean demonstration) {
    this.articles = articles;
    this.index = index;
    this.clock = clock;
    this.demonstration = demonstration;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OpenLibrary() {
    this(null, null, null, false);
  }

  @PostConstruct
  void open() {
    if (demonstration) {
      StarterArticles.read().stream()
          .filter(text -> articles.find(text.slug()).isEmpty())
          .forEach(text -> articles.add(new Article(text, clock.instant())));
    }
    index.rebuild();
    LOG.log(System.Logger.Level.INFO, "{0} help articles", articles.published().size());
  }
}
