package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class CopiedPeopleOnH2Test extends CopiedPeopleContract {

  CopiedPeopleOnH2Test() {
    super(TestDatabase.h2());
  }
}
