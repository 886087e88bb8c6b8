package org.tierline.sla.ladder;

import org.tierline.platform.TestDatabase;

class JpaTakenStepsOnPostgresTest extends TakenStepsContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.postgres();
  }
}
