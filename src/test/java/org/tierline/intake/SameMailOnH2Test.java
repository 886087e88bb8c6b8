package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class SameMailOnH2Test extends SameMailContract {

  SameMailOnH2Test() {
    super(TestDatabase.h2());
  }
}
