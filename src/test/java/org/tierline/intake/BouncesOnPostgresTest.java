package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class BouncesOnPostgresTest extends BouncesContract {

  BouncesOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
