package org.tierline.platform.outbox;

import org.tierline.platform.TestDatabase;

class EffectsOnH2Test extends EffectsContract {

  EffectsOnH2Test() {
    super(TestDatabase.h2());
  }
}
