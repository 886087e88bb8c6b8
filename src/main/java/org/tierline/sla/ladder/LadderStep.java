package org.tierline.sla.ladder;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.tierline.sla.Hearer;
import org.tierline.sla.Promise;

/**
 * One step of an escalation ladder: at this moment tell these people and do that.
 *
 * @param rule the rows of the table and the table's version, as history shall show them
 * @param name its moment as the table writes it: {@code WARN} is the warning the policy asks for,
 *     anything else an ISO 8601 duration with its sign, counted from the due instant
 */
public record LadderStep(String rule, String name, Set<Hearer> tell, Set<StepAction> actions) {

  static final String WARN = "WARN";

  /** Which of two names of one moment stands for both, whatever the order of their rows. */
  private static final Comparator<String> NAMES =
      Comparator.comparing((String name) -> !name.equals(WARN))
          .thenComparing(Comparator.naturalOrder());

  /**
   * @throws java.time.format.DateTimeParseException if the moment is written otherwise
   */
  public LadderStep {
    if (!name.equals(WARN)) {
      Duration.parse(name);
    }
    tell = Set.copyOf(tell);
    actions = Set.copyOf(actions);
  }

  /** Two rows for one moment are one step: all they name are told, all they say is done. */
  LadderStep and(LadderStep other) {
    return new LadderStep(
        rule + "; " + other.rule,
        NAMES.compare(name, other.name) <= 0 ? name : other.name,
        both(tell, other.tell),
        both(actions, other.actions));
  }

  private static <T> Set<T> both(Set<T> some, Set<T> others) {
    return Stream.concat(some.stream(), others.stream()).collect(toUnmodifiableSet());
  }

  /** How long after the due instant; negative is before it. */
  Duration offset(Promise promise) {
    return name.equals(WARN) ? promise.warnBefore().negated() : Duration.parse(name);
  }
}
