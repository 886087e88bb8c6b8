package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailClaimOnPostgresTest extends MailClaimContract {

  MailClaimOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
