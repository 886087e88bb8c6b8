package org.tierline.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
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
    // A survey comes with its ratings, and on PostgreSQL Hibernate locks a join only after it has
    // read it; so the row is locked first, and read when nobody else can change it any more.
    boolean locked =
        !em.createNativeQuery("select 1 from survey where token = :token for update")
            .setParameter("token", token.value())
            .getResultList()
            .isEmpty();
    Optional<Survey> survey = locked ? find(token) : Optional.empty();
    survey.ifPresent(em::refresh); // it may have been read before
    return survey;
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
