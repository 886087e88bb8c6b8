package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MachinesOnPostgresTest extends MachinesContract {

  MachinesOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
