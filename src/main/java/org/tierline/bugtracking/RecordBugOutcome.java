package org.tierline.bugtracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Author;
import org.tierline.ticket.IllegalTicketStateException;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/** Use case: the engineering liaison says what became of a defect. */
@ApplicationScoped
@Transactional
public class RecordBugOutcome {

  private static final System.Logger LOG = System.getLogger(RecordBugOutcome.class.getName());

  private final Tickets tickets;
  private final Agents agents;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public RecordBugOutcome(Tickets tickets, Agents agents, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.agents = agents;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecordBugOutcome() {
    this(null, null, null, null);
  }

  /**
   * @param outcome the code of a {@link BugOutcome}, as the task's gateway knows it
   * @throws IllegalTicketStateException if the ticket is closed
   */
  public void record(TicketId id, AgentId by, String outcome) {
    BugOutcome result = BugOutcome.valueOf(outcome);
    Ticket ticket = tickets.get(id);
    String name = agents.find(by).map(Agent::displayName).orElse(by.value());
    ticket.recordBugOutcome(Author.of(by, name), result.words(), clock.instant());
    facts.announce(new BugOutcomeRecorded(id, result));
    LOG.log(System.Logger.Level.INFO, "{0} engineering: {1}", ticket.number(), result);
  }
}
