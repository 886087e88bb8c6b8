package org.tierline.knowledge;

import java.util.function.Function;
import org.tierline.platform.TestDatabase;

class JpaArticlesOnPostgresTest extends ArticlesContract {

  @Override
  protected <T> T inTransaction(Function<Articles, T> work) {
    return TestDatabase.postgres().inTransaction(em -> work.apply(new JpaArticles(em)));
  }
}
