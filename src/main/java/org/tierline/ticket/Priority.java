package org.tierline.ticket;

/** How urgent a ticket is; ordered, least urgent first. */
public enum Priority {
  LOW(20),
  NORMAL(40),
  HIGH(70),
  CRITICAL(100);

  private final int taskPriority;

  Priority(int taskPriority) {
    this.taskPriority = taskPriority;
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
