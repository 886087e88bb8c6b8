package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.tierline.agent.AgentId;
import org.tierline.agent.Roster;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.LeadCalls;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketQueued;
import org.tierline.ticket.TicketTakenOver;
import org.tierline.ticket.Tickets;

/** Use case: find the right agent for a ticket and hand it over, or let it wait in the queue. */
@ApplicationScoped
@Transactional
public class AssignTicket {

  private static final System.Logger LOG = System.getLogger(AssignTicket.class.getName());

  private final Tickets tickets;
  private final Roster roster;
  private final Benches benches;
  private final AssignmentRules rules;
  private final Turns turns;
  private final LeadCalls leadCalls;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public AssignTicket(
      Tickets tickets,
      Roster roster,
      Benches benches,
      AssignmentRules rules,
      Turns turns,
      LeadCalls leadCalls,
      Facts facts,
      Clock clock) {
    this.tickets = tickets;
    this.roster = roster;
    this.benches = benches;
    this.rules = rules;
    this.turns = turns;
    this.leadCalls = leadCalls;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AssignTicket() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * Gives the ticket to an agent of its team. One that has an owner is theirs as {@link Continuity}
   * says.
   *
   * @return empty when nobody is free; the ticket waits in its team's queue then
   */
  public Optional<AgentId> assign(TicketId id) {
    Ticket ticket = tickets.get(id);
    if (continuity(ticket) == Continuity.STAYS) {
      return ticket.assignee();
    }
    Turn turn = turns.take(ticket.team());
    tickets.reread(ticket); // somebody may have given it away while we waited for our turn
    Bench bench = benches.of(ticket.team());
    Continuity comeback = continuity(ticket);
    if (comeback == Continuity.STAYS
        || (comeback == Continuity.STAYS_UNLESS_SOMEBODY_IS_FREE && !bench.canTake(ticket))) {
      return ticket.assignee();
    }
    ticket.assignee().ifPresent(owner -> release(ticket, owner));
    Optional<AgentId> owner = offer(ticket, turn, bench);
    if (owner.isEmpty()) {
      ticket.queue("nobody of " + ticket.team() + " is free", clock.instant());
      facts.announce(new TicketQueued(id));
      LOG.log(System.Logger.Level.INFO, "{0} queued for {1}", ticket.number(), ticket.team());
    }
    return owner;
  }

  private Continuity continuity(Ticket ticket) {
    if (ticket.assignee().isEmpty()) {
      return Continuity.MOVES_ON;
    }
    AgentId owner = ticket.assignee().orElseThrow();
    return roster
        .find(owner)
        .map(
            member ->
                Continuity.of(
                    member, roster.absenceOf(owner), rules.longAbsence(), ticket.nextDueAt()))
        .orElse(Continuity.STAYS);
  }

  private void release(Ticket ticket, AgentId owner) {
    Roster.Member member = roster.find(owner).orElseThrow();
    member
        .back()
        .ifPresentOrElse(
            back -> ticket.releaseFromAbsent(back, clock.instant()),
            () -> ticket.releaseFromLeaver(clock.instant()));
    if (!member.agent().hasLeft()) {
      facts.announce(new TicketTakenOver(ticket.id(), owner, Optional.empty()));
    }
  }

  /** Asks for an owner once; when there is nobody left to ask, a lead is called. */
  Optional<AgentId> offer(Ticket ticket, Turn turn, Bench bench) {
    Need need = bench.needOf(ticket);
    Optional<Candidate> chosen = bench.choose(ticket, need, turn.servedLast());
    if (chosen.isEmpty() && bench.isExhaustedFor(ticket)) {
      leadCalls.call(
          ticket, "everybody of %s has had it and handed it away".formatted(ticket.team()));
    }
    chosen.ifPresent(
        candidate -> {
          ticket.assignTo(candidate.agent(), why(candidate, need), clock.instant());
          turn.served(candidate.agent());
          bench.give(candidate.agent(), need);
          facts.announce(new TicketAssigned(ticket.id(), ticket.number(), candidate.agent()));
          LOG.log(
              System.Logger.Level.INFO, "{0} assigned to {1}", ticket.number(), candidate.agent());
        });
    return chosen.map(Candidate::agent);
  }

  private static String why(Candidate chosen, Need need) {
    return "least work in the team, %d of %d%s"
        .formatted(chosen.load(), chosen.capacity(), need.inWords());
  }
}
