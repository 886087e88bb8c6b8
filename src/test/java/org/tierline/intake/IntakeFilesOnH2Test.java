package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class IntakeFilesOnH2Test extends IntakeFilesContract {

  IntakeFilesOnH2Test() {
    super(TestDatabase.h2());
  }
}
