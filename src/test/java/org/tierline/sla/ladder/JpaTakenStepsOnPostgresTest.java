package org.tierline.sla.ladder;

import org.tierline.platform.TestDatabase;

class JpaTakenStepsOnPostgresTest extends StoredTakenStepsContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.postgres();
  }
}
