package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class QuarantineOnPostgresTest extends QuarantineContract {

  QuarantineOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
