package org.tierline.knowledge;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tierline.platform.DeskSettings;

/** Articles and their index in memory; the index counts words in titles and keywords. */
public class InMemoryArticles implements Articles {

  private final Map<String, Article> articles = new TreeMap<>();

  @Override
  public void add(Article article) {
    articles.put(article.slug(), article);
  }

  @Override
  public Optional<Article> find(String slug) {
    return Optional.ofNullable(articles.get(slug));
  }

  @Override
  public List<Article> published() {
    return articles.values().stream()
        .filter(Article::isPublished)
        .sorted(comparing(Article::title))
        .toList();
  }

  public SuggestArticles suggestArticles(DeskSettings desk) {
    return new SuggestArticles(new WordCount(), desk);
  }

  public SearchArticles searchArticles() {
    return new SearchArticles(new WordCount());
  }

  private final class WordCount implements ArticleIndex {

    @Override
    public List<Match> bestMatches(SearchWords words, int most) {
      return published().stream()
          .map(article -> new Match(article, 10.0 * shared(article, words)))
          .filter(match -> match.score() > 0)
          .sorted(comparingDouble(Match::score).reversed())
          .limit(most)
          .toList();
    }

    private static long shared(Article article, SearchWords words) {
      String text = (article.title() + " " + article.keywords()).toLowerCase(Locale.ROOT);
      return words.words().stream().filter(w -> w.length() > 3 && text.contains(w)).count();
    }

    @Override
    public void rebuild() {
      // nothing is kept
    }
  }
}
