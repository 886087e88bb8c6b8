package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class FormMailOnH2Test extends FormMailContract {

  FormMailOnH2Test() {
    super(TestDatabase.h2());
  }
}
