package org.tierline.sla;

import org.tierline.platform.TestDatabase;

class JpaCalendarVersionsOnPostgresTest extends StoredCalendarVersionsContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.postgres();
  }
}
