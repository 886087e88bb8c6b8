package org.tierline.process.deadlines;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vocabulary that all models with a running clock share: its timers and what they wait for. */
public final class LadderTimers {

  /** The models in which somebody of us has to act. */
  static final List<String> MODELS = List.of("TicketWork", "BugConfirmation");

  /** Guards the work; armed for the first step after the work began. */
  static final String STEP_DUE = "BoundaryEvent_LadderStepDue";

  /** Armed for the step after the one just taken. */
  static final String NEXT_STEP_DUE = "Event_NextStepDue";

  /**
   * What a timer waits for when no step is left: a new promise may bring one, and a timer that is
   * there can be moved. A null would fire at once, and some databases know no later years.
   */
  static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

  private static final String STEP_AT = "stepAt";
  private static final String DUE_AT = "dueAt";

  private LadderTimers() {}

  /**
   * @param nextDueAt until when somebody has to act, as work lists show it
   * @param nextStepAt when the next step of the ladder is to be taken
   */
  public static Map<String, Object> variables(
      Optional<Instant> nextDueAt, Optional<Instant> nextStepAt) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(DUE_AT, nextDueAt.map(Date::from).orElse(null));
    variables.put(STEP_AT, Date.from(armedFor(nextStepAt)));
    return variables;
  }

  /** What the timer of a ticket has to wait for. */
  static Instant armedFor(Optional<Instant> nextStepAt) {
    return nextStepAt.orElse(NEVER);
  }
}
