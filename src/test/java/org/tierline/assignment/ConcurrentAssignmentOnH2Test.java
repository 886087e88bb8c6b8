package org.tierline.assignment;

import org.tierline.platform.TestDatabase;

class ConcurrentAssignmentOnH2Test extends ConcurrentAssignmentContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.h2();
  }
}
