package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class IntakeFilesOnPostgresTest extends IntakeFilesContract {

  IntakeFilesOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
