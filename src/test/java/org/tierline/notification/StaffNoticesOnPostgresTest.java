package org.tierline.notification;

import org.tierline.platform.TestDatabase;

class StaffNoticesOnPostgresTest extends StaffNoticesContract {

  StaffNoticesOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
