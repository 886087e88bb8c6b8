package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.tierline.agent.AgentLeft;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketReleased;
import org.tierline.ticket.Tickets;

/**
 * Use case: an agent has left the desk, so the tickets they work on go back to their queues. As
 * with a long absence, those that wait find somebody else when something happens.
 */
@ApplicationScoped
@Transactional
public class HandOverFromLeaver {

  private static final System.Logger LOG = System.getLogger(HandOverFromLeaver.class.getName());

  private final Tickets tickets;
  private final Turns turns;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public HandOverFromLeaver(Tickets tickets, Turns turns, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.turns = turns;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected HandOverFromLeaver() {
    this(null, null, null, null);
  }

  public void agentLeft(@Observes AgentLeft fact) {
    turns.take(fact.team()); // whoever is just giving them a ticket is done first
    List<Ticket> theirs = tickets.inWorkBy(fact.agent());
    for (Ticket ticket : theirs) {
      ticket.releaseFromLeaver(clock.instant());
      facts.announce(new TicketReleased(ticket.id(), ticket.number()));
    }
    LOG.log(
        System.Logger.Level.INFO,
        "{0} has left; {1} tickets back in the queue",
        fact.agent(),
        theirs.size());
  }
}
