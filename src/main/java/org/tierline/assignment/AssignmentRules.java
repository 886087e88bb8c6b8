package org.tierline.assignment;

import java.time.Duration;
import org.tierline.ticket.Demand;

/**
 * What a manager may set about assignment.
 *
 * @param language how much the language of a ticket counts when its agent is chosen
 * @param longAbsence an agent away for at least this long hands their tickets over; those of
 *     somebody away for less wait for them
 */
public record AssignmentRules(Demand language, Duration longAbsence) {

  public AssignmentRules {
    if (longAbsence.isNegative()) {
      throw new IllegalArgumentException("No absence is as short as " + longAbsence);
    }
  }
}
