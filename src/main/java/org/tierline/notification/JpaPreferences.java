package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.tierline.agent.AgentId;

@ApplicationScoped
class JpaPreferences implements Preferences {

  @PersistenceContext private EntityManager em;

  JpaPreferences() {}

  JpaPreferences(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<NoticePreferences> find(AgentId agent) {
    return Optional.ofNullable(em.find(NoticePreferences.class, agent.value()));
  }

  @Override
  public Optional<NoticePreferences> findBySlackUser(String user) {
    return em.createQuery(
            "select p from NoticePreferences p where p.slackUser = :user", NoticePreferences.class)
        .setParameter("user", user)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<NoticePreferences> findBySlackCode(String code, Instant now) {
    return em.createQuery(
            "select p from NoticePreferences p where p.slackCode = :code"
                + " and p.slackCodeUntil > :now",
            NoticePreferences.class)
        .setParameter("code", code)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  @Override
  public void add(NoticePreferences preferences) {
    em.persist(preferences);
  }
}
