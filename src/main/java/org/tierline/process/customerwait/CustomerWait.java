package org.tierline.process.customerwait;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.tierline.ticket.PatiencePolicy;

/** The vocabulary of the CustomerWait model: until when we wait. */
public final class CustomerWait {

  public static final String KEY = "CustomerWait";

  private static final String REMIND_AT = "remindAt";
  private static final String REMIND_AGAIN_AT = "remindAgainAt";
  private static final String GIVE_UP_AT = "giveUpAt";

  private CustomerWait() {}

  static void since(VariableScope scope, Instant asked, PatiencePolicy patience) {
    scope.setVariable(REMIND_AT, Date.from(patience.remindAt(asked)));
    scope.setVariable(REMIND_AGAIN_AT, Date.from(patience.remindAgainAt(asked)));
    scope.setVariable(GIVE_UP_AT, Date.from(patience.giveUpAt(asked)));
  }

  /** When silence counts as an answer. */
  static Instant giveUpAt(VariableScope scope) {
    return ((Date) scope.getVariable(GIVE_UP_AT)).toInstant();
  }
}
