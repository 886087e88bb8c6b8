package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class FormMailOnPostgresTest extends FormMailContract {

  FormMailOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
