package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailboxRoundOnH2Test extends MailboxRoundContract {

  MailboxRoundOnH2Test() {
    super(TestDatabase.h2());
  }
}
