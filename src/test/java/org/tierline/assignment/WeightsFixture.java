package org.tierline.assignment;

import java.time.Duration;
import org.tierline.agent.Roster;
import org.tierline.ticket.Demand;
import org.tierline.ticket.Tickets;

/** How tests weigh tickets, and what their managers have set. */
public final class WeightsFixture {

  /** The more urgent, the more work: 1, 2, 3 or 5. */
  public static final Weights BY_PRIORITY =
      () ->
          (category, priority) ->
              switch (priority) {
                case LOW -> 1;
                case NORMAL -> 2;
                case HIGH -> 3;
                case CRITICAL -> 5;
              };

  public static final AssignmentRules RULES =
      new AssignmentRules(Demand.PREFER, Duration.ofHours(8));

  private WeightsFixture() {}

  /** Opens the package-private look at a team to tests of other features. */
  public static Benches benches(Roster roster, Tickets tickets) {
    return new Benches(roster, tickets, BY_PRIORITY, RULES);
  }
}
