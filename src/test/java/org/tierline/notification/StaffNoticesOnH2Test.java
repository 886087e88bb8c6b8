package org.tierline.notification;

import org.tierline.platform.TestDatabase;

class StaffNoticesOnH2Test extends StaffNoticesContract {

  StaffNoticesOnH2Test() {
    super(TestDatabase.h2());
  }
}
