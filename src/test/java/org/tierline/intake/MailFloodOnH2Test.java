package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class MailFloodOnH2Test extends MailFloodContract {

  MailFloodOnH2Test() {
    super(TestDatabase.h2());
  }
}
