package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class FindConversationOnPostgresTest extends FindConversationContract {

  FindConversationOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
