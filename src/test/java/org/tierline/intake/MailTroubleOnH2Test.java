package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailTroubleOnH2Test extends MailTroubleContract {

  MailTroubleOnH2Test() {
    super(TestDatabase.h2());
  }
}
