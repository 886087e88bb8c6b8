package org.tierline.platform.mail;

import org.tierline.platform.TestDatabase;

class SealKeysOnH2Test extends SealKeysContract {

  SealKeysOnH2Test() {
    super(TestDatabase.h2());
  }
}
