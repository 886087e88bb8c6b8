package org.tierline.portal.ticket;

import org.tierline.platform.TestDatabase;

class JpaReceiptsOnPostgresTest extends StoredReceiptsContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.postgres();
  }
}
