package org.tierline.ticket;

import jakarta.persistence.EntityManager;

/** Opens the package-private store to tests of other features. */
public final class StoredTickets {

  private StoredTickets() {}

  public static Tickets in(EntityManager em) {
    return new JpaTickets(em);
  }
}
