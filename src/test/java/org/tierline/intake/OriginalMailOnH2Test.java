package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class OriginalMailOnH2Test extends OriginalMailContract {

  OriginalMailOnH2Test() {
    super(TestDatabase.anotherH2());
  }
}
