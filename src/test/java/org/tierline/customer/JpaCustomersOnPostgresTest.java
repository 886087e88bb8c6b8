package org.tierline.customer;

import org.tierline.platform.TestDatabase;

class JpaCustomersOnPostgresTest extends CustomersContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.postgres();
  }
}
