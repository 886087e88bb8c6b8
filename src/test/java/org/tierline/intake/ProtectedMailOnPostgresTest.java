package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class ProtectedMailOnPostgresTest extends ProtectedMailContract {

  ProtectedMailOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
