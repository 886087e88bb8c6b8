package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class IntakeTroubleOnPostgresTest extends IntakeTroubleContract {

  IntakeTroubleOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
