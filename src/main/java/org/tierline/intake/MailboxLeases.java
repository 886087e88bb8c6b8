package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * Which node reads a mailbox. Only a courtesy between nodes: should two read at once all the same,
 * the unique place of a mail in its mailbox keeps it from being stored twice.
 */
@ApplicationScoped
class MailboxLeases {

  private final String self = UUID.randomUUID().toString();

  @PersistenceContext private EntityManager em;

  MailboxLeases() {}

  MailboxLeases(EntityManager em) {
    this.em = em;
  }

  /** Takes or keeps the mailbox for half a minute; the database's clock decides. */
  public boolean hold(String mailbox) {
    boolean held =
        em.createNativeQuery(
                    "update mailbox_lease set holder = :self,"
                        + " held_until = current_timestamp + interval '30' second"
                        + " where mailbox = :mailbox"
                        + " and (holder = :self or held_until < current_timestamp)")
                .setParameter("self", self)
                .setParameter("mailbox", mailbox)
                .executeUpdate()
            == 1;
    return held || create(mailbox);
  }

  private boolean create(String mailbox) {
    return em.createNativeQuery(
                "insert into mailbox_lease (mailbox, holder, held_until)"
                    + " select :mailbox, :self, current_timestamp + interval '30' second"
                    + " where not exists (select 1 from mailbox_lease where mailbox = :mailbox)")
            .setParameter("self", self)
            .setParameter("mailbox", mailbox)
            .executeUpdate()
        == 1;
  }
}
