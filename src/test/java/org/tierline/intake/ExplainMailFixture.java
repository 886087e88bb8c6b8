package org.tierline.intake;

import org.tierline.platform.TestDatabase;

/** Explains mails at a desk that has never seen one. */
public final class ExplainMailFixture {

  private ExplainMailFixture() {}

  public static ExplainMail atAnEmptyDesk() {
    return new IntakeDesk(TestDatabase.h2()).explainMail;
  }
}
