package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.platform.events.Facts;

/**
 * Use case: an agent gives a ticket back, or a lead takes it away; it waits in its team's queue for
 * somebody else.
 */
@ApplicationScoped
@Transactional
public class ReturnTicket {

  private static final System.Logger LOG = System.getLogger(ReturnTicket.class.getName());

  private final Tickets tickets;
  private final Agents agents;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public ReturnTicket(Tickets tickets, Agents agents, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.agents = agents;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReturnTicket() {
    this(null, null, null, null);
  }

  /**
   * A ticket that waits in the queue already stays there.
   *
   * @param by who decided it; empty for its owner
   */
  public void giveBack(TicketId id, Optional<AgentId> by) {
    Ticket ticket = tickets.get(id);
    if (ticket.assignee().isEmpty()) {
      return;
    }
    AgentId owner = ticket.assignee().orElseThrow();
    AgentId who = by.orElse(owner);
    String name = agents.find(who).map(Agent::displayName).orElse(who.value());
    ticket.giveBack(who, name, clock.instant());
    if (!who.equals(owner)) {
      facts.announce(new TicketTakenOver(id, owner, Optional.empty()));
    }
    facts.announce(new TicketLeftAgent(id, ticket.team()));
    facts.announce(new TicketQueued(id));
    LOG.log(
        System.Logger.Level.INFO,
        "{0} given back to {1} by {2}",
        ticket.number(),
        ticket.team(),
        who);
  }
}
