package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.platform.events.Facts;

/** Use case: an agent writes to the customer, or to colleagues. */
@ApplicationScoped
@Transactional
public class WriteMessage {

  private static final System.Logger LOG = System.getLogger(WriteMessage.class.getName());

  private final Tickets tickets;
  private final Agents agents;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public WriteMessage(Tickets tickets, Agents agents, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.agents = agents;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected WriteMessage() {
    this(null, null, null, null);
  }

  /**
   * @throws IllegalTicketStateException if the ticket is closed
   */
  public Message write(TicketId id, AgentId by, Purpose purpose, String text) {
    return write(id, by, purpose, text, Copies.NONE);
  }

  /**
   * @param copies who hears it beside the customer
   * @throws IllegalTicketStateException if the ticket is closed
   */
  public Message write(TicketId id, AgentId by, Purpose purpose, String text, Copies copies) {
    Ticket ticket = tickets.get(id);
    String name = agents.find(by).map(Agent::displayName).orElse(by.value());
    Message message =
        ticket.write(purpose, Author.of(by, name), Content.typed(text), copies, clock.instant());
    facts.announce(new MessageWritten(id, message.id(), purpose));
    LOG.log(System.Logger.Level.INFO, "{0} {1} by {2}", ticket.number(), purpose, by);
    return message;
  }
}
