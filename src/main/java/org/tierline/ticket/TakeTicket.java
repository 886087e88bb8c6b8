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

/** Use case: an agent takes a ticket out of the queue, or over from a colleague. */
@ApplicationScoped
@Transactional
public class TakeTicket {

  private static final System.Logger LOG = System.getLogger(TakeTicket.class.getName());

  private final Tickets tickets;
  private final Agents agents;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public TakeTicket(Tickets tickets, Agents agents, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.agents = agents;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TakeTicket() {
    this(null, null, null, null);
  }

  /** Taking one's own ticket changes nothing. */
  public void take(TicketId id, AgentId by) {
    Ticket ticket = tickets.get(id);
    Optional<AgentId> before = ticket.assignee();
    if (before.filter(by::equals).isPresent()) {
      return;
    }
    String name = agents.find(by).map(Agent::displayName).orElse(by.value());
    ticket.takenBy(by, name, clock.instant());
    before.ifPresent(
        owner -> {
          facts.announce(new TicketTakenOver(id, owner, Optional.of(by)));
          facts.announce(new TicketLeftAgent(id, ticket.team()));
        });
    LOG.log(System.Logger.Level.INFO, "{0} taken by {1}", ticket.number(), by);
  }
}
