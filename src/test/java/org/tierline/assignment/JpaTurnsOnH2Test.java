package org.tierline.assignment;

import org.tierline.platform.TestDatabase;

class JpaTurnsOnH2Test extends TurnsContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.h2();
  }
}
