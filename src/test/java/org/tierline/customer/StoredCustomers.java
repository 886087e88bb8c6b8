package org.tierline.customer;

import jakarta.persistence.EntityManager;

/** Opens the package-private store to contract tests of other features. */
public final class StoredCustomers {

  private StoredCustomers() {}

  public static Customers in(EntityManager em) {
    return new JpaCustomers(em);
  }
}
