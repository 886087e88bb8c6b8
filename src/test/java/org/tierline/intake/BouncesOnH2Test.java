package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class BouncesOnH2Test extends BouncesContract {

  BouncesOnH2Test() {
    super(TestDatabase.h2());
  }
}
