package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkList;

/**
 * Use case: an agent gives a piece of work back to the team, with a note for whoever takes it next.
 * The note and the step are one transaction. The ticket follows its work into the queue.
 */
@ApplicationScoped
@Transactional(rollbackOn = {WorkAlreadyDoneException.class, NotYourWorkException.class})
public class GiveBackWork {

  private final Tickets tickets;
  private final WriteMessage writeMessage;
  private final WorkList workList;

  @Inject
  public GiveBackWork(Tickets tickets, WriteMessage writeMessage, WorkList workList) {
    this.tickets = tickets;
    this.writeMessage = writeMessage;
    this.workList = workList;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected GiveBackWork() {
    this(null, null, null);
  }

  /**
   * @param note for colleagues; may be blank
   * @throws WorkAlreadyDoneException if somebody finished it meanwhile, or it is not this ticket's
   *     work; nothing is stored
   * @throws NotYourWorkException if it is not the agent's work; nothing is stored
   */
  public void giveBack(TicketId ticket, String itemId, AgentId by, String note)
      throws WorkAlreadyDoneException, NotYourWorkException {
    workList.open(tickets.get(ticket).number().value(), itemId);
    if (!note.isBlank()) {
      writeMessage.write(ticket, by, Purpose.NOTE, note);
    }
    workList.giveBack(itemId, by);
  }
}
