package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Counts in the record of mails. */
@ApplicationScoped
class JpaSenderDomains implements SenderDomains {

  @PersistenceContext private EntityManager em;

  JpaSenderDomains() {}

  JpaSenderDomains(EntityManager em) {
    this.em = em;
  }

  @Override
  public long ticketsFrom(String domain, Instant since) {
    return em.createQuery(
            "select count(m) from ReceivedMail m where m.description.senderDomain = :domain"
                + " and m.state = TICKET_CREATED and m.processedAt > :since",
            Long.class)
        .setParameter("domain", domain)
        .setParameter("since", since)
        .getSingleResult();
  }
}
