package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class ConversationOnH2Test extends ConversationContract {

  ConversationOnH2Test() {
    super(TestDatabase.h2());
  }
}
