package org.tierline.process.ticketresolution;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.PatiencePolicy;

/**
 * The vocabulary of the TicketResolution model: its error, its grace period and the customer's
 * consent.
 */
public final class TicketResolution {

  public static final String KEY = "TicketResolution";
  public static final String OBJECTION_IN_TIME = "Err_ObjectionInTime";

  /** Whether the customer checked the solution and found it good. */
  static final String CONFIRMED = "confirmed";

  private static final String CLOSES_AT = "closesAt";
  private static final String SOLVED = "RESOLVE";

  private TicketResolution() {}

  static void resolvedAt(VariableScope scope, Instant resolved, PatiencePolicy patience) {
    scope.setVariable(CLOSES_AT, Date.from(patience.closesAt(resolved)));
    scope.setVariable(CONFIRMED, false);
  }

  static boolean isConfirmed(VariableScope scope) {
    return Boolean.TRUE.equals(scope.getVariable(CONFIRMED));
  }

  /** Why it counts as solved: an agent said so, or a question was never answered. */
  static String reason(VariableScope scope) {
    return TicketProcess.outcome(scope).equals(SOLVED)
        ? "an agent solved it"
        : "the customer did not answer our question";
  }
}
