package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailboxBeginningOnPostgresTest extends MailboxBeginningContract {

  MailboxBeginningOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
