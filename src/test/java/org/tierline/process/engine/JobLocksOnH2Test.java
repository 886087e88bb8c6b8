package org.tierline.process.engine;

import org.tierline.platform.TestDatabase;

class JobLocksOnH2Test extends JobLocksContract {

  JobLocksOnH2Test() {
    super(TestDatabase.h2());
  }
}
