package org.tierline.platform.outbox;

import org.tierline.platform.TestDatabase;

class EffectsOnPostgresTest extends EffectsContract {

  EffectsOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
