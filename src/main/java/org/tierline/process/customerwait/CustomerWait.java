package org.tierline.process.customerwait;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.tierline.ticket.PatiencePolicy;

/** The vocabulary of the CustomerWait model: until when we wait. */
public final class CustomerWait {

  public static final String KEY = "CustomerWait";

  private static final String WAIT_UNTIL = "waitUntil";
  private static final String REMINDER_LEFT = "reminderLeft";
  private static final String REMIND_AGAIN_AT = "remindAgainAt";
  private static final String GIVE_UP_AT = "giveUpAt";

  private CustomerWait() {}

  static void since(VariableScope scope, Instant asked, PatiencePolicy patience) {
    scope.setVariable(WAIT_UNTIL, Date.from(patience.remindAt(asked)));
    scope.setVariable(REMINDER_LEFT, true);
    scope.setVariable(REMIND_AGAIN_AT, Date.from(patience.remindAgainAt(asked)));
    scope.setVariable(GIVE_UP_AT, Date.from(patience.giveUpAt(asked)));
  }

  /** When silence counts as an answer, if the reminder that is due now is the last one. */
  static Optional<Instant> closing(VariableScope scope) {
    return isLast(scope) ? Optional.of(instant(scope, GIVE_UP_AT)) : Optional.empty();
  }

  /** The customer was asked once more, so we wait on. */
  static void reminded(VariableScope scope) {
    boolean last = isLast(scope);
    scope.setVariable(WAIT_UNTIL, Date.from(instant(scope, last ? GIVE_UP_AT : REMIND_AGAIN_AT)));
    scope.setVariable(REMINDER_LEFT, !last);
  }

  private static boolean isLast(VariableScope scope) {
    return instant(scope, WAIT_UNTIL).equals(instant(scope, REMIND_AGAIN_AT));
  }

  private static Instant instant(VariableScope scope, String name) {
    return ((Date) scope.getVariable(name)).toInstant();
  }
}
