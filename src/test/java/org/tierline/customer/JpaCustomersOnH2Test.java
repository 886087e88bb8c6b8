package org.tierline.customer;

import org.tierline.platform.TestDatabase;

class JpaCustomersOnH2Test extends CustomersContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.h2();
  }
}
