package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailTroubleOnPostgresTest extends MailTroubleContract {

  MailTroubleOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
