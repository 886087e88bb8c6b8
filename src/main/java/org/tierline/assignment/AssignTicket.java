package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.Skill;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Category;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/** Use case: find the right agent for a ticket and hand it over, or let it wait in the queue. */
@ApplicationScoped
@Transactional
public class AssignTicket {

  private static final System.Logger LOG = System.getLogger(AssignTicket.class.getName());

  private final Tickets tickets;
  private final Agents agents;
  private final Turns turns;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public AssignTicket(Tickets tickets, Agents agents, Turns turns, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.agents = agents;
    this.turns = turns;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AssignTicket() {
    this(null, null, null, null, null);
  }

  /**
   * Gives the ticket to an agent of its team. A ticket that has an owner keeps them: they know it.
   *
   * @return empty when nobody is free; the ticket waits in its team's queue then
   */
  public Optional<AgentId> assign(TicketId id) {
    Ticket ticket = tickets.get(id);
    if (ticket.assignee().isPresent()) {
      return ticket.assignee();
    }
    Optional<AgentId> owner = offer(ticket, turns.take(ticket.team()));
    if (owner.isEmpty()) {
      ticket.queue("nobody of " + ticket.team() + " is free", clock.instant());
      LOG.log(System.Logger.Level.INFO, "{0} queued for {1}", ticket.number(), ticket.team());
    }
    return owner;
  }

  /** Asks for an owner once; changes nothing when nobody is free. */
  Optional<AgentId> offer(Ticket ticket, Turn turn) {
    Optional<Skill> needed = skillFor(ticket);
    List<Candidate> candidates = candidates(ticket);
    return AssignmentPolicy.choose(needed, candidates, turn.servedLast())
        .map(
            chosen -> {
              ticket.assignTo(chosen.agent(), why(chosen, needed), clock.instant());
              turn.served(chosen.agent());
              facts.announce(new TicketAssigned(ticket.id(), ticket.number(), chosen.agent()));
              LOG.log(
                  System.Logger.Level.INFO, "{0} assigned to {1}", ticket.number(), chosen.agent());
              return chosen.agent();
            });
  }

  /** A skill nobody in the whole team has cannot be asked for: the ticket would wait for ever. */
  private Optional<Skill> skillFor(Ticket ticket) {
    if (ticket.category().equals(Category.GENERAL)) {
      return Optional.empty();
    }
    Skill skill = new Skill(ticket.category().code());
    return agents.membersOf(ticket.team()).stream()
            .anyMatch(agent -> agent.skills().isEmpty() || agent.skills().contains(skill))
        ? Optional.of(skill)
        : Optional.empty();
  }

  private List<Candidate> candidates(Ticket ticket) {
    List<Agent> available = agents.availableIn(ticket.team());
    if (available.isEmpty()) {
      return List.of();
    }
    Map<AgentId, Integer> workload = tickets.workload();
    return available.stream()
        .filter(agent -> !ticket.givenBackBy().filter(agent.id()::equals).isPresent())
        .map(
            agent ->
                new Candidate(
                    agent.id(),
                    agent.skills(),
                    workload.getOrDefault(agent.id(), 0),
                    agent.capacity()))
        .toList();
  }

  private static String why(Candidate chosen, Optional<Skill> needed) {
    return "least work in the team, %d of %d%s"
        .formatted(
            chosen.load(),
            chosen.capacity(),
            needed.map(skill -> ", for skill " + skill).orElse(""));
  }
}
