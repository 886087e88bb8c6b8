package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaTeams implements Teams {

  @PersistenceContext private EntityManager em;

  JpaTeams() {}

  JpaTeams(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Team team) {
    em.persist(team);
  }

  @Override
  public void remove(Team team) {
    em.remove(team);
  }

  @Override
  public List<Team> all() {
    return em.createQuery("select t from Team t order by t.tier, t.name", Team.class)
        .getResultList();
  }

  @Override
  public Optional<Team> find(TeamId id) {
    return Optional.ofNullable(em.find(Team.class, id.value()));
  }
}
