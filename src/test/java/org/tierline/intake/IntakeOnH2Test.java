package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class IntakeOnH2Test extends IntakeContract {

  IntakeOnH2Test() {
    super(TestDatabase.h2());
  }
}
