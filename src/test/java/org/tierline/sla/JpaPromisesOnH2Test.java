package org.tierline.sla;

import org.tierline.platform.TestDatabase;

class JpaPromisesOnH2Test extends StoredPromisesContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.h2();
  }
}
