package org.tierline.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One piece of open work.
 *
 * @param kind the task's id in the model, such as {@code Task_WorkOnTicket}
 * @param outcomes what finishing it may say, such as {@code RESOLVE} or {@code ESCALATE}
 */
public record WorkItem(
    String id,
    String kind,
    String name,
    long ticketNumber,
    Optional<AgentId> owner,
    Optional<Instant> dueAt,
    List<String> outcomes) {

  private static final String WORK_ON_TICKET = "Task_WorkOnTicket";

  /** Whether it is the work on the ticket itself, whose owner is the ticket's. */
  public boolean isTicketWork() {
    return kind.equals(WORK_ON_TICKET);
  }
}
