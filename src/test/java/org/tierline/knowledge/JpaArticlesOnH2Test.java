package org.tierline.knowledge;

import java.util.function.Function;
import org.tierline.platform.TestDatabase;

class JpaArticlesOnH2Test extends ArticlesContract {

  @Override
  protected <T> T inTransaction(Function<Articles, T> work) {
    return TestDatabase.h2().inTransaction(em -> work.apply(new JpaArticles(em)));
  }
}
