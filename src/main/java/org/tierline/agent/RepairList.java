package org.tierline.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Steps of running tickets that failed again and again and now wait for a person. */
public interface RepairList {

  /**
   * One failed step.
   *
   * @param step what the desk tried to do, as the model calls it
   * @param problem why it did not work
   */
  record Repair(
      String id, Optional<String> ticketNumber, String step, String problem, Instant since) {}

  /** What waits, oldest first. */
  List<Repair> waiting(int most);

  /** Tries a step once more; one that is gone by now is no error. */
  void retry(String id, AgentId by);

  /**
   * Does without a step. Its ticket is in somebody's hands afterwards and knows who decided so and
   * why. One that is gone by now is no error.
   */
  void giveUp(String id, AgentId by, String why);
}
