package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailFloodOnPostgresTest extends MailFloodContract {

  MailFloodOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
