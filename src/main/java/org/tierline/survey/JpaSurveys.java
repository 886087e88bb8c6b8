package org.tierline.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tierline.ticket.TicketId;

@ApplicationScoped
class JpaSurveys implements Surveys {

  @PersistenceContext private EntityManager em;

  JpaSurveys() {}

  JpaSurveys(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Survey survey) {
    em.persist(survey);
  }

  @Override
  public Optional<Survey> find(SurveyToken token) {
    return em.createQuery("select s from Survey s where s.token = :token", Survey.class)
        .setParameter("token", token.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Survey> findToAnswer(SurveyToken token) {
    return em.createQuery("select s.id from Survey s where s.token = :token", UUID.class)
        .setParameter("token", token.value())
        .getResultStream()
        .findFirst()
        .map(
            id -> {
              Survey survey = em.find(Survey.class, id, LockModeType.PESSIMISTIC_WRITE);
              // PostgreSQL reads the ratings as they were before it waited for the lock
              em.refresh(survey);
              return survey;
            });
  }

  @Override
  public Optional<Survey> findLatestAbout(TicketId ticket) {
    return em.createQuery(
            "select s from Survey s where s.ticketId = :ticket order by s.invitedAt desc",
            Survey.class)
        .setParameter("ticket", ticket.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
