package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class OverruleVerdictOnH2Test extends OverruleVerdictContract {

  OverruleVerdictOnH2Test() {
    super(TestDatabase.h2());
  }
}
