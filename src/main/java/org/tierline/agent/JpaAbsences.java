package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaAbsences implements Absences {

  @PersistenceContext private EntityManager em;

  JpaAbsences() {}

  JpaAbsences(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Absence absence) {
    em.persist(absence);
  }

  @Override
  public void remove(Absence absence) {
    em.remove(absence);
  }

  @Override
  public Optional<Absence> find(UUID id) {
    return Optional.ofNullable(em.find(Absence.class, id));
  }

  @Override
  public List<Absence> notOverAt(Instant now) {
    return em.createQuery(
            "select a from Absence a where a.until > :now order by a.from, a.login", Absence.class)
        .setParameter("now", now)
        .getResultList();
  }
}
