package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkList;
import org.tierline.agent.WorkResult;

/**
 * Use case: an agent finishes a piece of work with what they have to say. The words and the step of
 * the process are one transaction, so that of two agents who finish the same work only one is
 * heard.
 */
@ApplicationScoped
@Transactional(rollbackOn = {WorkAlreadyDoneException.class, NotYourWorkException.class})
public class FinishWork {

  private final Tickets tickets;
  private final WriteMessage writeMessage;
  private final WorkList workList;

  @Inject
  public FinishWork(Tickets tickets, WriteMessage writeMessage, WorkList workList) {
    this.tickets = tickets;
    this.writeMessage = writeMessage;
    this.workList = workList;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected FinishWork() {
    this(null, null, null);
  }

  /**
   * @param text for the customer or the next team, as the outcome says; may be blank when the
   *     outcome speaks for itself
   * @throws WorkAlreadyDoneException if somebody else was faster, or it is not this ticket's work;
   *     nothing is stored
   * @throws NotYourWorkException if it is another agent's work; nothing is stored
   */
  public void finish(TicketId ticket, String itemId, AgentId by, WorkResult result, String text)
      throws WorkAlreadyDoneException, NotYourWorkException {
    workList.open(tickets.get(ticket).number().value(), itemId);
    if (!text.isBlank()) {
      writeMessage.write(ticket, by, purposeOf(result.outcome()), text);
    }
    workList.finish(itemId, by, result);
  }

  private static Purpose purposeOf(String outcome) {
    return switch (outcome) {
      case "RESOLVE" -> Purpose.SOLUTION;
      case "ASK" -> Purpose.QUESTION;
      case "ESCALATE" -> Purpose.ESCALATION;
      case "CONFIRM_BUG" -> Purpose.BUG_REPORT;
      default -> Purpose.NOTE;
    };
  }
}
