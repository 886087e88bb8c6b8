package org.tierline.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaArticles implements Articles {

  @PersistenceContext private EntityManager em;

  JpaArticles() {}

  JpaArticles(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Article article) {
    em.persist(article);
  }

  @Override
  public Optional<Article> find(String slug) {
    if (!Article.isSlug(slug)) {
      return Optional.empty(); // PostgreSQL refuses some of what strangers put into an address
    }
    return em.createQuery("select a from Article a where a.slug = :slug", Article.class)
        .setParameter("slug", slug)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Article> published() {
    return em.createQuery(
            "select a from Article a where a.published = true order by a.title", Article.class)
        .getResultList();
  }
}
