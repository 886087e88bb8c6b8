package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class OverruleVerdictOnPostgresTest extends OverruleVerdictContract {

  OverruleVerdictOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
