package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailClaimOnH2Test extends MailClaimContract {

  MailClaimOnH2Test() {
    super(TestDatabase.h2());
  }
}
