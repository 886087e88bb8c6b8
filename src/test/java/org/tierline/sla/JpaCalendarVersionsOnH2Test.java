package org.tierline.sla;

import org.tierline.platform.TestDatabase;

class JpaCalendarVersionsOnH2Test extends StoredCalendarVersionsContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.h2();
  }
}
