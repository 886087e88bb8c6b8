package org.tierline.sla.ladder;

import org.tierline.platform.TestDatabase;

class JpaTakenStepsOnH2Test extends StoredTakenStepsContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.h2();
  }
}
