package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/**
 * Use case: offer the tickets that wait in a team's queue to whoever is free now, the most urgent
 * first. Several nodes may do this at once; the team's turn lets one through at a time.
 */
@ApplicationScoped
@Transactional
public class OfferQueuedTickets {

  /** So many given at once, so that the team's turn is never held for long. */
  private static final int MOST_GIVEN = 20;

  /** So many looked at: one that nobody free can take must not hide those behind it. */
  private static final int MOST_LOOKED_AT = 200;

  private final Tickets tickets;
  private final Turns turns;
  private final Benches benches;
  private final AssignTicket assignTicket;

  @Inject
  public OfferQueuedTickets(
      Tickets tickets, Turns turns, Benches benches, AssignTicket assignTicket) {
    this.tickets = tickets;
    this.turns = turns;
    this.benches = benches;
    this.assignTicket = assignTicket;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OfferQueuedTickets() {
    this(null, null, null, null);
  }

  /** Returns how many found an owner. */
  public int offer(TeamId team) {
    if (tickets.queueOf(team, 1).isEmpty()) {
      return 0;
    }
    Turn turn = turns.take(team);
    Bench bench = benches.of(team);
    int assigned = 0;
    for (Ticket ticket : tickets.queueOf(team, MOST_LOOKED_AT)) {
      Optional<AgentId> owner = assignTicket.offer(ticket, turn, bench);
      assigned += owner.isPresent() ? 1 : 0;
      if (assigned == MOST_GIVEN || !bench.hasRoom()) {
        break;
      }
    }
    return assigned;
  }

  /** The teams that may have a queue. */
  public List<TeamId> teams() {
    return turns.teams();
  }
}
