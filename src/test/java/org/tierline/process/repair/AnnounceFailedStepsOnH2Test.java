package org.tierline.process.repair;

import org.tierline.platform.TestDatabase;

class AnnounceFailedStepsOnH2Test extends AnnounceFailedStepsContract {

  AnnounceFailedStepsOnH2Test() {
    super(TestDatabase.anotherH2());
  }
}
