package org.tierline.survey;

import org.tierline.platform.TestDatabase;

class JpaSurveysOnPostgresTest extends StoredSurveysContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.postgres();
  }
}
