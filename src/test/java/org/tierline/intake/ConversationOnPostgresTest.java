package org.tierline.intake;

import org.tierline.platform.TestDatabase;

class ConversationOnPostgresTest extends ConversationContract {

  ConversationOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
