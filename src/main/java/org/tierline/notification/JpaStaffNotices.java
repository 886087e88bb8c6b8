package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tierline.agent.AgentId;

@ApplicationScoped
class JpaStaffNotices implements StaffNotices {

  private static final String UNREAD = " n.onBell = true and n.readAt is null";

  @PersistenceContext private EntityManager em;

  JpaStaffNotices() {}

  JpaStaffNotices(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(StaffNotice notice) {
    em.persist(notice);
  }

  @Override
  public Optional<StaffNotice> find(AgentId agent, long id) {
    return Optional.ofNullable(em.find(StaffNotice.class, id))
        .filter(notice -> notice.agent().equals(agent));
  }

  @Override
  public List<StaffNotice> onBellOf(AgentId agent, boolean unreadOnly, int most) {
    return em.createQuery(
            "select n from StaffNotice n where n.agent = :agent and"
                + (unreadOnly ? UNREAD : " n.onBell = true")
                + " order by n.id desc",
            StaffNotice.class)
        .setParameter("agent", agent.value())
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public long unread(AgentId agent) {
    return unread(Set.of(agent)).getOrDefault(agent, 0L);
  }

  @Override
  public Map<AgentId, Long> unread(Set<AgentId> agents) {
    return em.createQuery(
            "select n.agent, count(n) from StaffNotice n where n.agent in :agents and"
                + UNREAD
                + " group by n.agent",
            Object[].class)
        .setParameter("agents", agents.stream().map(AgentId::value).toList())
        .getResultStream()
        .collect(Collectors.toMap(row -> new AgentId((String) row[0]), row -> (Long) row[1]));
  }

  @Override
  public void markAllRead(AgentId agent, Instant now) {
    em.createQuery("update StaffNotice n set n.readAt = :now where n.agent = :agent and" + UNREAD)
        .setParameter("now", now)
        .setParameter("agent", agent.value())
        .executeUpdate();
  }

  @Override
  public List<AgentId> withDigestDue(Instant now) {
    return em.createQuery(
            "select distinct n.agent from StaffNotice n where n.digestDueAt <= :now", String.class)
        .setParameter("now", now)
        .getResultStream()
        .map(AgentId::new)
        .toList();
  }

  @Override
  public List<StaffNotice> takeDigest(AgentId agent, Instant now) {
    return em.createQuery(
            "select n from StaffNotice n where n.agent = :agent and n.digestDueAt <= :now"
                + " order by n.id",
            StaffNotice.class)
        .setParameter("agent", agent.value())
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
