package org.tierline.sla.ladder;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tierline.ticket.TicketId;

@ApplicationScoped
class JpaTakenSteps implements TakenSteps {

  @PersistenceContext private EntityManager em;

  JpaTakenSteps() {}

  JpaTakenSteps(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(TakenStep step) {
    em.persist(step);
  }

  @Override
  public List<TakenStep> of(TicketId ticket) {
    return of(List.of(ticket)).getOrDefault(ticket, List.of());
  }

  @Override
  public Map<TicketId, List<TakenStep>> of(Collection<TicketId> tickets) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "select s from LadderStepTaken s where s.ticketId in :tickets order by s.takenAt",
            TakenStep.class)
        .setParameter("tickets", tickets.stream().map(TicketId::value).toList())
        .getResultStream()
        .collect(groupingBy(TakenStep::ticket));
  }
}
