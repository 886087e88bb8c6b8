package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailboxRoundOnPostgresTest extends MailboxRoundContract {

  MailboxRoundOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
