package org.tierline.portal;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.ticket.CannotMergeException;
import org.tierline.ticket.IllegalTicketStateException;

/**
 * What was asked was sound, but the desk is not where the caller thought. The refusal's own words
 * say why; type and title let a program tell one from another.
 */
enum Conflict {
  TICKET_STATUS(IllegalTicketStateException.class, "ticket-status", "Not in this status"),
  ALREADY_DONE(WorkAlreadyDoneException.class, "already-done", "Somebody was faster"),
  NOT_YOURS(NotYourWorkException.class, "not-yours", "Somebody else's work"),
  CANNOT_MERGE(CannotMergeException.class, "cannot-merge", "Cannot be merged"),
  NOT_AN_AGENT(NotAnAgentException.class, "not-an-agent", "Not an agent");

  /**
   * Two people changed the same ticket in the same moment; which of many classes says so varies.
   */
  private static final Problem CHANGED_MEANWHILE =
      Problem.of(
          Response.Status.CONFLICT,
          "changed-meanwhile",
          "Changed meanwhile",
          "Somebody changed the ticket in the same moment. Look at it again, then try once more.");

  private final Class<? extends Exception> refusal;
  private final String type;
  private final String title;

  Conflict(Class<? extends Exception> refusal, String type, String title) {
    this.refusal = refusal;
    this.type = type;
    this.title = title;
  }

  /** The answer to a conflict; empty if what was thrown is none. */
  static Optional<Problem> of(Throwable thrown) {
    if (Collisions.isCollision(thrown)) {
      return Optional.of(CHANGED_MEANWHILE);
    }
    return Arrays.stream(values())
        .filter(conflict -> conflict.refusal.isInstance(thrown))
        .findFirst()
        .map(conflict -> conflict.problem(String.valueOf(thrown.getMessage())));
  }

  private Problem problem(String why) {
    return Problem.of(Response.Status.CONFLICT, type, title, why);
  }
}
