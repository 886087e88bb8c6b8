package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tierline.platform.mail.EmailAddress;

@ApplicationScoped
class JpaAgents implements Agents {

  /** In one query; else each agent's skills and languages would be two more. */
  private static final String WITH_SKILLS =
      "select a from Agent a left join fetch a.skills left join fetch a.languages";

  @PersistenceContext private EntityManager em;

  JpaAgents() {}

  JpaAgents(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Agent agent) {
    em.persist(agent);
  }

  @Override
  public Optional<Agent> find(AgentId id) {
    return Optional.ofNullable(em.find(Agent.class, id.value()));
  }

  @Override
  public Optional<Agent> findByEmail(EmailAddress email) {
    return em.createQuery(
            "select a from Agent a where lower(a.email) = :email and a.leftAt is null"
                + " order by a.login",
            Agent.class)
        .setParameter("email", email.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Agent> all(Set<AgentId> ids) {
    return em.createQuery(WITH_SKILLS + " where a.login in :logins", Agent.class)
        .setParameter("logins", ids.stream().map(AgentId::value).toList())
        .getResultList();
  }

  @Override
  public List<Agent> membersOf(TeamId team) {
    return em.createQuery(
            WITH_SKILLS + " where a.team = :team and a.leftAt is null order by a.login",
            Agent.class)
        .setParameter("team", team.value())
        .getResultList();
  }

  @Override
  public List<Agent> former() {
    return em.createQuery(
            WITH_SKILLS + " where a.leftAt is not null order by a.displayName, a.login",
            Agent.class)
        .getResultList();
  }
}
