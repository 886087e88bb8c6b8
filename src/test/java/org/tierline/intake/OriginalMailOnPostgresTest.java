package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class OriginalMailOnPostgresTest extends OriginalMailContract {

  OriginalMailOnPostgresTest() {
    super(TestDatabase.anotherPostgres());
  }
}
