package org.tierline.agent;

import java.util.List;

/** The open work of the desk as an agent sees it; every item is one task in Tasklist. */
public interface WorkList {

  /** The open items of a ticket, such as the tier-1 work and a lead's review at the same time. */
  List<WorkItem> ofTicket(long ticketNumber);

  /**
   * An open item of a ticket.
   *
   * @throws WorkAlreadyDoneException if it is gone, or never belonged to that ticket
   */
  WorkItem open(long ticketNumber, String itemId) throws WorkAlreadyDoneException;

  /**
   * Finishes an item in the caller's transaction; the ticket's process moves on.
   *
   * @throws WorkAlreadyDoneException if somebody else finished it first, or it never existed
   * @throws NotYourWorkException if the item belongs to another agent or team
   */
  void finish(String itemId, AgentId by, WorkResult result)
      throws WorkAlreadyDoneException, NotYourWorkException;

  /**
   * Finishes an item as a lead decides, whoever has it and whichever team's it is. It is the lead's
   * for that moment, so whoever had it is told.
   *
   * @throws WorkAlreadyDoneException if somebody else finished it first, or it never existed
   */
  void decide(String itemId, AgentId lead, WorkResult result) throws WorkAlreadyDoneException;

  /**
   * Makes an item of the agent's team the agent's own.
   *
   * @throws WorkAlreadyDoneException if it is gone
   * @throws NotYourWorkException if it has another owner or belongs to another team
   */
  void claim(String itemId, AgentId by) throws WorkAlreadyDoneException, NotYourWorkException;

  /**
   * Leaves an item of the agent's own to the rest of the team.
   *
   * @throws WorkAlreadyDoneException if it is gone
   * @throws NotYourWorkException if it is not the agent's
   */
  void giveBack(String itemId, AgentId by) throws WorkAlreadyDoneException, NotYourWorkException;
}
