package org.tierline.survey;

import org.tierline.platform.TestDatabase;

class JpaSurveysOnH2Test extends StoredSurveysContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.h2();
  }
}
