package org.tierline.ticket;

/** How urgent a ticket is; ordered, least urgent first. */
public enum Priority {
  LOW(1, 20),
  NORMAL(2, 40),
  HIGH(3, 70),
  CRITICAL(5, 100);

  private final int weight;
  private final int taskPriority;

  Priority(int weight, int taskPriority) {
    this.weight = weight;
    this.taskPriority = taskPriority;
  }

  /** How much of an agent's capacity one such ticket takes. */
  public int weight() {
    return weight;
  }

  /** The place in a work list, 0 (last) to 100 (first). */
  public int taskPriority() {
    return taskPriority;
  }

  /** The next more urgent priority; {@code CRITICAL} stays. */
  public Priority raised() {
    return switch (this) {
      case LOW -> NORMAL;
      case NORMAL -> HIGH;
      case HIGH, CRITICAL -> CRITICAL;
    };
  }
}
