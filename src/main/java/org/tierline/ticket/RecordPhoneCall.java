package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;

/** Use case: remember which agent took the call that opened a ticket. */
@ApplicationScoped
@Transactional
public class RecordPhoneCall {

  private static final System.Logger LOG = System.getLogger(RecordPhoneCall.class.getName());

  private final Tickets tickets;
  private final Agents agents;
  private final Clock clock;

  @Inject
  public RecordPhoneCall(Tickets tickets, Agents agents, Clock clock) {
    this.tickets = tickets;
    this.agents = agents;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecordPhoneCall() {
    this(null, null, null);
  }

  /**
   * @throws IllegalArgumentException if no phone call opened a ticket of this number
   */
  public void record(TicketNumber number, AgentId takenBy) {
    Ticket ticket =
        tickets
            .find(number)
            .filter(found -> found.channel() == Channel.PHONE)
            .orElseThrow(
                () -> new IllegalArgumentException("No phone call opened ticket " + number));
    String name = agents.find(takenBy).map(Agent::displayName).orElse(takenBy.value());
    ticket.note(
        HistoryKind.CALL_TAKEN,
        Author.of(takenBy, name),
        "phone call taken by " + takenBy,
        null,
        clock.instant());
    LOG.log(System.Logger.Level.INFO, "{0} phone call taken by {1}", number, takenBy);
  }
}
