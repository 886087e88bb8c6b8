package org.tierline.platform.mail;

import org.tierline.platform.TestDatabase;

class SealKeysOnPostgresTest extends SealKeysContract {

  SealKeysOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
