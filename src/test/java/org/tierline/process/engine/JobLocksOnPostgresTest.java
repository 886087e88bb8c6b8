package org.tierline.process.engine;

import org.tierline.platform.TestDatabase;

class JobLocksOnPostgresTest extends JobLocksContract {

  JobLocksOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
