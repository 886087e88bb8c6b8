package org.tierline.platform.mail;

import org.tierline.platform.TestDatabase;

class OutboxOnH2Test extends OutboxContract {

  OutboxOnH2Test() {
    super(TestDatabase.h2());
  }
}
