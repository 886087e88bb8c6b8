package org.tierline.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkList;
import org.tierline.agent.WorkResult;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Author;
import org.tierline.ticket.Content;
import org.tierline.ticket.HandOverNote;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketLeftAgent;
import org.tierline.ticket.TicketTakenOver;
import org.tierline.ticket.Tickets;

/**
 * Use case: a lead decides whose a ticket is. The lead's word counts whatever capacities and former
 * owners say.
 */
@ApplicationScoped
@Transactional(
    rollbackOn = {
      WorkAlreadyDoneException.class,
      NotYourWorkException.class,
      HandOverMissingException.class
    })
public class DecideOwner {

  private static final System.Logger LOG = System.getLogger(DecideOwner.class.getName());

  private final Tickets tickets;
  private final Agents agents;
  private final WorkList workList;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public DecideOwner(Tickets tickets, Agents agents, WorkList workList, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.agents = agents;
    this.workList = workList;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DecideOwner() {
    this(null, null, null, null, null);
  }

  /**
   * Gives the ticket to an agent of its team. Whoever had it is told.
   *
   * @param note what the lead knows of the work done so far; needed if the ticket has an owner
   * @throws NotAnAgentException if this is nobody of the ticket's team
   * @throws HandOverMissingException if somebody has it and the next one would learn nothing
   */
  public void give(TicketId id, AgentId to, AgentId by, Optional<HandOverNote> note)
      throws NotAnAgentException, HandOverMissingException {
    Ticket ticket = tickets.get(id);
    Agent agent =
        agents
            .find(to)
            .filter(member -> member.team().equals(ticket.team()) && !member.hasLeft())
            .orElseThrow(() -> new NotAnAgentException(to));
    Optional<AgentId> before = ticket.assignee().filter(owner -> !owner.equals(to));
    if (before.isPresent() && note.isEmpty()) {
      throw new HandOverMissingException(
          "%s works on it: say what was tried, what was reproduced and what is missing"
              .formatted(before.get()));
    }
    note.ifPresent(known -> leave(ticket, known, author(by)));
    ticket.givenBy(author(by), agent.id(), clock.instant());
    facts.announce(new TicketAssigned(id, ticket.number(), agent.id()));
    before.ifPresent(
        owner -> {
          facts.announce(new TicketTakenOver(id, owner, Optional.of(to)));
          facts.announce(new TicketLeftAgent(id, ticket.team()));
        });
    LOG.log(System.Logger.Level.INFO, "{0} given to {1} by {2}", ticket.number(), to, by);
  }

  private void leave(Ticket ticket, HandOverNote note, Author lead) {
    ticket.write(Purpose.NOTE, lead, Content.typed(note.inWords()), clock.instant());
    ticket.handOver(note, lead, clock.instant());
  }

  /**
   * Sends the ticket to a team, with what its last agent left to the next one.
   *
   * @param why for that team; may be blank if an agent left something
   * @throws HandOverMissingException if that team would learn nothing
   * @throws WorkAlreadyDoneException if the ticket is no longer being worked on
   * @throws NotYourWorkException if somebody has it after all
   */
  public void send(TicketId id, TeamId to, AgentId by, String why)
      throws WorkAlreadyDoneException, NotYourWorkException, HandOverMissingException {
    Ticket ticket = tickets.get(id);
    if (why.isBlank() && ticket.lastHandOver().isEmpty()) {
      throw new HandOverMissingException("Nobody left a hand-over: say what the team should know");
    }
    WorkItem work =
        workList.ofTicket(ticket.number().value()).stream()
            .filter(WorkItem::isTicketWork)
            .findFirst()
            .orElseThrow(
                () -> new WorkAlreadyDoneException("The ticket is no longer being worked on"));
    String words =
        why.isBlank() ? "A lead decided that this is for %s.".formatted(to) : why.strip();
    ticket.write(Purpose.ESCALATION, author(by), Content.typed(words), clock.instant());
    ticket.sentByLead(to);
    workList.finish(work.id(), by, new WorkResult("ESCALATE", Optional.of(to)));
    LOG.log(System.Logger.Level.INFO, "{0} sent to {1} by {2}", ticket.number(), to, by);
  }

  private Author author(AgentId lead) {
    return Author.of(lead, agents.find(lead).map(Agent::displayName).orElse(lead.value()));
  }
}
