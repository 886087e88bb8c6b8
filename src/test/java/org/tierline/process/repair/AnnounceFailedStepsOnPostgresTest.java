package org.tierline.process.repair;

import org.tierline.platform.TestDatabase;

class AnnounceFailedStepsOnPostgresTest extends AnnounceFailedStepsContract {

  AnnounceFailedStepsOnPostgresTest() {
    super(TestDatabase.anotherPostgres());
  }
}
