package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailboxBeginningOnH2Test extends MailboxBeginningContract {

  MailboxBeginningOnH2Test() {
    super(TestDatabase.h2());
  }
}
