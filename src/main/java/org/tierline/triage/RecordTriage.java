package org.tierline.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.agent.TeamId;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Category;
import org.tierline.ticket.Demand;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketTriaged;
import org.tierline.ticket.Tickets;

/** Use case: write down what the decision tables made of a request. */
@ApplicationScoped
@Transactional
public class RecordTriage {

  /** As much as a history entry holds. */
  private static final int MAX_REASON_LENGTH = 2000;

  private static final System.Logger LOG = System.getLogger(RecordTriage.class.getName());

  private final Tickets tickets;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public RecordTriage(Tickets tickets, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecordTriage() {
    this(null, null, null);
  }

  /**
   * @param seniority how much it asks for an agent of long experience
   * @param why the signals, rows and versions that led to it
   */
  public void record(
      TicketId id,
      Category category,
      Priority priority,
      TeamId team,
      Demand seniority,
      String why) {
    Ticket ticket = tickets.get(id);
    ticket.demandExperience(seniority);
    ticket.triage(category, priority, team, shortened(why), clock.instant());
    facts.announce(new TicketTriaged(id));
    LOG.log(
        System.Logger.Level.INFO,
        "{0} triaged: {1}, {2}, {3}",
        ticket.number(),
        category,
        priority,
        team);
  }

  private static String shortened(String why) {
    return why.length() <= MAX_REASON_LENGTH ? why : why.substring(0, MAX_REASON_LENGTH - 1) + "…";
  }
}
