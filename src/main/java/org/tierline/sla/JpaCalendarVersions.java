package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

@ApplicationScoped
class JpaCalendarVersions implements CalendarVersions {

  @PersistenceContext private EntityManager em;

  JpaCalendarVersions() {}

  JpaCalendarVersions(EntityManager em) {
    this.em = em;
  }

  @Override
  public List<String> names() {
    return em.createQuery(
            "select distinct v.calendar from CalendarVersion v order by v.calendar", String.class)
        .getResultList();
  }

  @Override
  public List<CalendarVersion> of(String calendar) {
    return em.createQuery(
            "select v from CalendarVersion v where v.calendar = :calendar order by v.number",
            CalendarVersion.class)
        .setParameter("calendar", calendar)
        .getResultList();
  }

  @Override
  public void add(CalendarVersion version) {
    em.persist(version);
    em.flush();
  }
}
