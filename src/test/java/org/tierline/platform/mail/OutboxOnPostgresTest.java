package org.tierline.platform.mail;

import org.tierline.platform.TestDatabase;

class OutboxOnPostgresTest extends OutboxContract {

  OutboxOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
