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
      HandOverMissingException.class,
      TakenMeanwhileException.class
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
   * A lead's word on one ticket.
   *
   * @param ownerSeen who had it when the lead looked; empty if nobody did
   * @param note what the lead knows of the work done so far; needed if somebody else loses it
   */
  public record Decision(
      TicketId ticket, AgentId by, Optional<AgentId> ownerSeen, Optional<HandOverNote> note) {}

  /**
   * Gives the ticket to an agent of its team. Whoever had it is told.
   *
   * @throws NotAnAgentException if this is nobody of the ticket's team
   * @throws HandOverMissingException if somebody has it and the next one would learn nothing
   * @throws TakenMeanwhileException if it is not whose the lead saw it was
   */
  public void give(Decision decision, AgentId to)
      throws NotAnAgentException, HandOverMissingException, TakenMeanwhileException {
    Ticket ticket = tickets.get(decision.ticket());
    demandAsSeen(ticket, decision);
    Agent agent =
        agents
            .find(to)
            .filter(member -> member.team().equals(ticket.team()) && !member.hasLeft())
            .orElseThrow(() -> new NotAnAgentException(to));
    Author lead = author(decision.by());
    Optional<AgentId> before = ticket.assignee().filter(owner -> !owner.equals(to));
    demandNote(before, decision);
    decision.note().ifPresent(note -> leave(ticket, note, lead));
    ticket.givenBy(lead, agent.id(), clock.instant());
    facts.announce(new TicketAssigned(ticket.id(), ticket.number(), agent.id()));
    before.ifPresent(
        owner -> {
          facts.announce(new TicketTakenOver(ticket.id(), owner, Optional.of(to)));
          facts.announce(new TicketLeftAgent(ticket.id(), ticket.team()));
        });
    LOG.log(
        System.Logger.Level.INFO, "{0} given to {1} by {2}", ticket.number(), to, decision.by());
  }

  private void demandAsSeen(Ticket ticket, Decision decision) throws TakenMeanwhileException {
    if (!ticket.assignee().equals(decision.ownerSeen())) {
      throw new TakenMeanwhileException(ticket.assignee().map(this::nameOf));
    }
  }

  private static void demandNote(Optional<AgentId> loser, Decision decision)
      throws HandOverMissingException {
    if (loser.isPresent() && decision.note().isEmpty()) {
      throw new HandOverMissingException(
          "%s works on it: say what was tried, what was reproduced and what is missing"
              .formatted(loser.get()));
    }
  }

  private void leave(Ticket ticket, HandOverNote note, Author lead) {
    ticket.write(Purpose.NOTE, lead, Content.typed(note.inWords()), clock.instant());
    ticket.handOver(note, lead, clock.instant());
  }

  /**
   * Sends the ticket to a team, with what its last agent left to the next one or the lead knows of
   * their work. Whoever had it is told.
   *
   * @param why for that team; may be blank if somebody left something
   * @throws HandOverMissingException if that team would learn nothing
   * @throws WorkAlreadyDoneException if the ticket is no longer being worked on
   * @throws TakenMeanwhileException if it is not whose the lead saw it was
   */
  public void send(Decision decision, TeamId to, String why)
      throws WorkAlreadyDoneException, HandOverMissingException, TakenMeanwhileException {
    Ticket ticket = tickets.get(decision.ticket());
    demandAsSeen(ticket, decision);
    demandNote(ticket.assignee().filter(owner -> !owner.equals(decision.by())), decision);
    if (why.isBlank() && decision.note().isEmpty() && ticket.lastHandOver().isEmpty()) {
      throw new HandOverMissingException("Nobody left a hand-over: say what the team should know");
    }
    WorkItem work = workOn(ticket);
    Author lead = author(decision.by());
    ticket.write(
        Purpose.ESCALATION, lead, Content.typed(words(to, why, decision.note())), clock.instant());
    decision.note().ifPresent(note -> ticket.handOver(note, lead, clock.instant()));
    ticket.sentByLead(to);
    workList.decide(work.id(), decision.by(), new WorkResult("ESCALATE", Optional.of(to)));
    LOG.log(System.Logger.Level.INFO, "{0} sent to {1} by {2}", ticket.number(), to, decision.by());
  }

  private WorkItem workOn(Ticket ticket) throws WorkAlreadyDoneException {
    return workList.ofTicket(ticket.number().value()).stream()
        .filter(WorkItem::isTicketWork)
        .findFirst()
        .orElseThrow(() -> new WorkAlreadyDoneException("The ticket is no longer being worked on"));
  }

  private static String words(TeamId to, String why, Optional<HandOverNote> note) {
    String first =
        why.isBlank() ? "A lead decided that this is for %s.".formatted(to) : why.strip();
    return note.map(left -> first + "\n\n" + left.inWords()).orElse(first);
  }

  private Author author(AgentId lead) {
    return Author.of(lead, nameOf(lead));
  }

  private String nameOf(AgentId agent) {
    return agents.find(agent).map(Agent::displayName).orElse(agent.value());
  }
}
