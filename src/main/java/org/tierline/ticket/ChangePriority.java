package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.platform.events.Facts;

/** Use case: a lead says how urgent a ticket really is; another promise counts from now on. */
@ApplicationScoped
@Transactional
public class ChangePriority {

  private static final System.Logger LOG = System.getLogger(ChangePriority.class.getName());

  private final Tickets tickets;
  private final Agents agents;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public ChangePriority(Tickets tickets, Agents agents, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.agents = agents;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ChangePriority() {
    this(null, null, null, null);
  }

  /**
   * Does nothing if it is that urgent already.
   *
   * @throws IllegalTicketStateException if the ticket is closed
   */
  public void change(TicketId id, Priority to, AgentId by, String why) {
    Ticket ticket = tickets.get(id);
    if (ticket.priority() == to) {
      return;
    }
    boolean becomesLighter = to.compareTo(ticket.priority()) < 0;
    String name = agents.find(by).map(Agent::displayName).orElse(by.value());
    ticket.changePriority(to, Author.of(by, name), why, clock.instant());
    facts.announce(new PriorityChanged(id, ticket.number(), to));
    if (becomesLighter && ticket.assignee().isPresent()) {
      facts.announce(new TicketLeftAgent(id, ticket.team()));
    }
    LOG.log(System.Logger.Level.INFO, "{0} is {1} by {2}", ticket.number(), to, by);
  }
}
