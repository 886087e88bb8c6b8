package org.tierline.assignment;

import org.tierline.platform.TestDatabase;

class ConcurrentAssignmentOnPostgresTest extends ConcurrentAssignmentContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.postgres();
  }
}
