package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
  private final Clock clock;

  @Inject
  public GiveBackWork(Tickets tickets, WriteMessage writeMessage, WorkList workList, Clock clock) {
    this.tickets = tickets;
    this.writeMessage = writeMessage;
    this.workList = workList;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected GiveBackWork() {
    this(null, null, null, null);
  }

  /**
   * Gives back work beside the ticket's own, such as a review.
   *
   * @param note for colleagues; may be blank
   * @throws WorkAlreadyDoneException if somebody finished it meanwhile, or it is not this ticket's
   *     work; nothing is stored
   * @throws NotYourWorkException if it is not the agent's work; nothing is stored
   */
  public void giveBack(TicketId ticket, String itemId, AgentId by, String note)
      throws WorkAlreadyDoneException, NotYourWorkException {
    if (workList.open(tickets.get(ticket).number().value(), itemId).isTicketWork()) {
      throw new IllegalArgumentException("Who gives a ticket back leaves a note to the next one");
    }
    if (!note.isBlank()) {
      writeMessage.write(ticket, by, Purpose.NOTE, note);
    }
    workList.giveBack(itemId, by);
  }

  /**
   * Gives the ticket itself back, with what its next agent needs to know.
   *
   * @throws WorkAlreadyDoneException if somebody finished it meanwhile, or it is not this ticket's
   *     work; nothing is stored
   * @throws NotYourWorkException if it is not the agent's work; nothing is stored
   */
  public void handBack(TicketId id, String itemId, AgentId by, HandOverNote note)
      throws WorkAlreadyDoneException, NotYourWorkException {
    Ticket ticket = tickets.get(id);
    workList.open(ticket.number().value(), itemId);
    Message message = writeMessage.write(id, by, Purpose.NOTE, note.inWords());
    ticket.handOver(note, message.author(), clock.instant());
    workList.giveBack(itemId, by);
  }
}
