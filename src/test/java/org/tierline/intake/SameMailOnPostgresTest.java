package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class SameMailOnPostgresTest extends SameMailContract {

  SameMailOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
