package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class FindConversationOnH2Test extends FindConversationContract {

  FindConversationOnH2Test() {
    super(TestDatabase.h2());
  }
}
