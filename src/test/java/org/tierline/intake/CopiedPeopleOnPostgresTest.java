package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class CopiedPeopleOnPostgresTest extends CopiedPeopleContract {

  CopiedPeopleOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
