package org.tierline.sla.ladder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.tierline.platform.events.Facts;
import org.tierline.sla.ResponsePromised;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.Direction;
import org.tierline.ticket.MessageWritten;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketClosed;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketLeftAgent;
import org.tierline.ticket.TicketMerged;
import org.tierline.ticket.TicketResolved;
import org.tierline.ticket.Tickets;

/**
 * Use case: read the clocks of a ticket again after something happened to it, and let the dates it
 * shows and the timers that wait for them follow.
 */
@ApplicationScoped
@Transactional
public class KeepDeadlines {

  private final Tickets tickets;
  private final ReadDeadlines readDeadlines;
  private final Facts facts;

  @Inject
  public KeepDeadlines(Tickets tickets, ReadDeadlines readDeadlines, Facts facts) {
    this.tickets = tickets;
    this.readDeadlines = readDeadlines;
    this.facts = facts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected KeepDeadlines() {
    this(null, null, null);
  }

  /** Empty while nothing is promised. */
  public Optional<Deadlines> keep(TicketId id) {
    Ticket ticket = tickets.get(id);
    Optional<Deadlines> deadlines = readDeadlines.of(ticket);
    deadlines.ifPresent(read -> show(ticket, read));
    return deadlines;
  }

  void show(Ticket ticket, Deadlines deadlines) {
    if (!deadlines.dates().equals(ticket.dueDates())) {
      ticket.isDue(deadlines.dates());
      facts.announce(
          new DeadlinesMoved(
              ticket.id(), ticket.number(), deadlines.nextDueAt(), deadlines.nextStepAt()));
    }
  }

  public void responsePromised(@Observes ResponsePromised fact) {
    keep(fact.ticket());
  }

  public void weWrote(@Observes MessageWritten fact) {
    if (fact.purpose().direction() == Direction.OUTBOUND) {
      keep(fact.ticket());
    }
  }

  public void customerWrote(@Observes CustomerWrote fact) {
    keep(fact.ticket());
  }

  public void othersHaveToAct(@Observes TicketLeftAgent fact) {
    keep(fact.ticket());
  }

  public void resolved(@Observes TicketResolved fact) {
    keep(fact.ticket());
  }

  public void closed(@Observes TicketClosed fact) {
    keep(fact.ticket());
  }

  /** One is over; the other may be as late as that one was. */
  public void merged(@Observes TicketMerged fact) {
    keep(fact.ticket());
    keep(fact.survivor());
  }
}
