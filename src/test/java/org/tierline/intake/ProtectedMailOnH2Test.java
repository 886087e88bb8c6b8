package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class ProtectedMailOnH2Test extends ProtectedMailContract {

  ProtectedMailOnH2Test() {
    super(TestDatabase.h2());
  }
}
