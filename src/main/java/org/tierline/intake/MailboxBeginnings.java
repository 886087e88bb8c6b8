package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Since when the desk reads each of its mailboxes. */
@ApplicationScoped
class MailboxBeginnings {

  @PersistenceContext private EntityManager em;

  MailboxBeginnings() {}

  MailboxBeginnings(EntityManager em) {
    this.em = em;
  }

  /** Empty when it was never looked into. */
  public Optional<MailboxBeginning> find(String mailbox) {
    return Optional.ofNullable(em.find(MailboxBeginning.class, mailbox));
  }

  public void add(MailboxBeginning beginning) {
    em.persist(beginning);
  }
}
