package org.tierline.sla.ladder;

import java.time.Duration;
import java.util.Set;
import org.tierline.sla.Hearer;
import org.tierline.sla.Promise;

/**
 * One step of an escalation ladder: at this moment tell these people and do that.
 *
 * @param rule the row of the table and the table's version, as history shall show it
 * @param name its moment as the table writes it: {@code WARN} is the warning the policy asks for,
 *     anything else an ISO 8601 duration with its sign, counted from the due instant
 */
public record LadderStep(String rule, String name, Set<Hearer> tell, StepAction action) {

  static final String WARN = "WARN";

  /**
   * @throws java.time.format.DateTimeParseException if the moment is written otherwise
   */
  public LadderStep {
    if (!name.equals(WARN)) {
      Duration.parse(name);
    }
    tell = Set.copyOf(tell);
  }

  /** How long after the due instant; negative is before it. */
  Duration offset(Promise promise) {
    return name.equals(WARN) ? promise.warnBefore().negated() : Duration.parse(name);
  }
}
