package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class IntakeTroubleOnH2Test extends IntakeTroubleContract {

  IntakeTroubleOnH2Test() {
    super(TestDatabase.h2());
  }
}
