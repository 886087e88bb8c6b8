package org.tierline.sla;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tierline.ticket.TicketId;

@ApplicationScoped
class JpaPromises implements Promises {

  @PersistenceContext private EntityManager em;

  JpaPromises() {}

  JpaPromises(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(SlaPromise promise) {
    em.persist(promise);
  }

  @Override
  public List<SlaPromise> of(TicketId ticket) {
    return of(List.of(ticket)).getOrDefault(ticket, List.of());
  }

  @Override
  public Map<TicketId, List<SlaPromise>> of(Collection<TicketId> tickets) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "select p from SlaPromise p where p.ticketId in :tickets order by p.at",
            SlaPromise.class)
        .setParameter("tickets", tickets.stream().map(TicketId::value).toList())
        .getResultStream()
        .collect(groupingBy(SlaPromise::ticket));
  }
}
