package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MachinesOnH2Test extends MachinesContract {

  MachinesOnH2Test() {
    super(TestDatabase.h2());
  }
}
