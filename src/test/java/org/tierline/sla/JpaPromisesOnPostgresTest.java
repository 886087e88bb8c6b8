package org.tierline.sla;

import org.tierline.platform.TestDatabase;

class JpaPromisesOnPostgresTest extends StoredPromisesContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.postgres();
  }
}
