package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkList;

/** Use case: an agent takes a piece of work their team has to do. The ticket follows its work. */
@ApplicationScoped
@Transactional(rollbackOn = {WorkAlreadyDoneException.class, NotYourWorkException.class})
public class ClaimWork {

  private final Tickets tickets;
  private final WorkList workList;

  @Inject
  public ClaimWork(Tickets tickets, WorkList workList) {
    this.tickets = tickets;
    this.workList = workList;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ClaimWork() {
    this(null, null);
  }

  /**
   * @throws WorkAlreadyDoneException if it is gone, or it is not this ticket's work
   * @throws NotYourWorkException if it has another owner or belongs to another team
   */
  public void claim(TicketId ticket, String itemId, AgentId by)
      throws WorkAlreadyDoneException, NotYourWorkException {
    workList.open(tickets.get(ticket).number().value(), itemId);
    workList.claim(itemId, by);
  }
}
