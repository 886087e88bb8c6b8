package org.tierline.assignment;

import org.tierline.platform.TestDatabase;

class JpaTurnsOnPostgresTest extends TurnsContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.postgres();
  }
}
