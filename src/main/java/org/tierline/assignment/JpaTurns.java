package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.tierline.agent.TeamId;

@ApplicationScoped
class JpaTurns implements Turns {

  @PersistenceContext private EntityManager em;

  JpaTurns() {}

  JpaTurns(EntityManager em) {
    this.em = em;
  }

  @Override
  public Turn take(TeamId team) {
    Turn known = em.find(Turn.class, team.value(), LockModeType.PESSIMISTIC_WRITE);
    if (known != null) {
      return known;
    }
    // the migration brings the usual teams; of two who found a new team at once, one tries again
    Turn first = new Turn(team);
    em.persist(first);
    em.flush();
    return first;
  }

  @Override
  public List<TeamId> teams() {
    return em.createQuery("select t.team from Turn t order by t.team", String.class)
        .getResultStream()
        .map(TeamId::new)
        .toList();
  }
}
