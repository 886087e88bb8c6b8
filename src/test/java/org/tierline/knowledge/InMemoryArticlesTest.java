package org.tierline.knowledge;

import java.util.function.Function;

class InMemoryArticlesTest extends ArticlesContract {

  private final InMemoryArticles articles = new InMemoryArticles();

  @Override
  protected <T> T inTransaction(Function<Articles, T> work) {
    return work.apply(articles);
  }
}
