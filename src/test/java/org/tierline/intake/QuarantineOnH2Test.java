package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class QuarantineOnH2Test extends QuarantineContract {

  QuarantineOnH2Test() {
    super(TestDatabase.h2());
  }
}
