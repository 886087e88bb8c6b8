package org.tierline.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;

@ApplicationScoped
class HibernateSearchArticles implements ArticleIndex {

  @PersistenceContext private EntityManager em;

  HibernateSearchArticles() {}

  HibernateSearchArticles(EntityManager em) {
    this.em = em;
  }

  @Override
  public List<Match> bestMatches(SearchWords words, int most) {
    return Search.session(em)
        .search(Article.class)
        .select(
            f ->
                f.composite()
                    .from(f.entity(Article.class), f.score())
                    .as((article, score) -> new Match(article, score)))
        .where(
            f ->
                f.bool()
                    .filter(f.match().field("published").matching(true))
                    .must(
                        f.match()
                            .field("title")
                            .boost(4)
                            .field("keywords")
                            .boost(4)
                            .field("summary")
                            .boost(1.5f)
                            .field("body")
                            .matching(words.toString())))
        .fetchHits(most);
  }

  @Override
  public void rebuild() {
    SearchSession session = Search.session(em);
    session.workspace(Article.class).purge();
    SearchIndexingPlan plan = session.indexingPlan();
    em.createQuery("select a from Article a", Article.class)
        .getResultList()
        .forEach(plan::addOrUpdate);
  }
}
