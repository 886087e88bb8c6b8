package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.TeamId;
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

  private static final String ESCALATE = "ESCALATE";

  private final Tickets tickets;
  private final Agents agents;
  private final WriteMessage writeMessage;
  private final WorkList workList;
  private final Clock clock;

  @Inject
  public FinishWork(
      Tickets tickets, Agents agents, WriteMessage writeMessage, WorkList workList, Clock clock) {
    this.tickets = tickets;
    this.agents = agents;
    this.writeMessage = writeMessage;
    this.workList = workList;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected FinishWork() {
    this(null, null, null, null, null);
  }

  /**
   * @param text for the customer or colleagues, as the outcome says; may be blank when the outcome
   *     speaks for itself
   * @throws WorkAlreadyDoneException if somebody else was faster, or it is not this ticket's work;
   *     nothing is stored
   * @throws NotYourWorkException if it is another agent's work; nothing is stored
   */
  public void finish(TicketId ticket, String itemId, AgentId by, WorkResult result, String text)
      throws WorkAlreadyDoneException, NotYourWorkException {
    finish(ticket, itemId, by, result, text, Copies.NONE);
  }

  /**
   * The same, and others who take part hear what the customer is told.
   *
   * @throws WorkAlreadyDoneException if somebody else was faster, or it is not this ticket's work;
   *     nothing is stored
   * @throws NotYourWorkException if it is another agent's work; nothing is stored
   */
  public void finish(
      TicketId ticket, String itemId, AgentId by, WorkResult result, String text, Copies copies)
      throws WorkAlreadyDoneException, NotYourWorkException {
    if (result.outcome().equals(ESCALATE)) {
      throw new IllegalArgumentException("Who hands a ticket over leaves a note to the next one");
    }
    workList.open(tickets.get(ticket).number().value(), itemId);
    if (!text.isBlank()) {
      writeMessage.write(ticket, by, purposeOf(result.outcome()), text, copies);
    }
    workList.finish(itemId, by, result);
  }

  /**
   * Hands the ticket to another team, with what that team needs to know. The team a lead names gets
   * it, however often it went round.
   *
   * @param to the team the agent chose; empty for the one the table of routes names
   * @param why may be blank
   * @throws WorkAlreadyDoneException if somebody else was faster, or it is not this ticket's work;
   *     nothing is stored
   * @throws NotYourWorkException if it is another agent's work; nothing is stored
   */
  public void handOver(
      TicketId id, String itemId, AgentId by, Optional<TeamId> to, HandOverNote note, String why)
      throws WorkAlreadyDoneException, NotYourWorkException {
    Ticket ticket = tickets.get(id);
    workList.open(ticket.number().value(), itemId);
    Message message =
        writeMessage.write(
            id,
            by,
            Purpose.ESCALATION,
            why.isBlank() ? note.inWords() : why.strip() + "\n\n" + note.inWords());
    ticket.handOver(note, message.author(), clock.instant());
    if (isLead(by)) {
      to.ifPresent(ticket::sentByLead);
    }
    workList.finish(itemId, by, new WorkResult(ESCALATE, to));
  }

  private boolean isLead(AgentId by) {
    return agents.find(by).filter(agent -> agent.team().equals(TeamId.LEAD)).isPresent();
  }

  private static Purpose purposeOf(String outcome) {
    return switch (outcome) {
      case "RESOLVE" -> Purpose.SOLUTION;
      case "ASK" -> Purpose.QUESTION;
      case "CONFIRM_BUG" -> Purpose.BUG_REPORT;
      default -> Purpose.NOTE;
    };
  }
}
