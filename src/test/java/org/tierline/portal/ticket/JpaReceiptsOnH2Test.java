package org.tierline.portal.ticket;

import org.tierline.platform.TestDatabase;

class JpaReceiptsOnH2Test extends StoredReceiptsContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.h2();
  }
}
