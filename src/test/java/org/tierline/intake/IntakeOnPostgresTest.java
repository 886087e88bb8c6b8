package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class IntakeOnPostgresTest extends IntakeContract {

  IntakeOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
