package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tierline.agent.Absence;
import org.tierline.agent.Absences;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketReleased;
import org.tierline.ticket.Tickets;

/**
 * Use case: an agent has begun a long absence, so the tickets they work on go back to the queue.
 * Those that wait for a customer or for engineering stay theirs until something happens; then
 * {@code AssignTicket} finds somebody who is there. Until then a lead hears in their place.
 */
@ApplicationScoped
@Transactional
public class HandOverAbsence {

  private static final System.Logger LOG = System.getLogger(HandOverAbsence.class.getName());

  private final Absences absences;
  private final Tickets tickets;
  private final AssignmentRules rules;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public HandOverAbsence(
      Absences absences, Tickets tickets, AssignmentRules rules, Facts facts, Clock clock) {
    this.absences = absences;
    this.tickets = tickets;
    this.rules = rules;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected HandOverAbsence() {
    this(null, null, null, null, null);
  }

  /** Looks for absences that have begun; returns how many tickets went back to their queues. */
  public int handOver() {
    Instant now = clock.instant();
    int released = 0;
    for (Absence absence : absences.notOverAt(now)) {
      if (absence.isAt(now)
          && !absence.isHandedOver()
          && absence.length().compareTo(rules.longAbsence()) >= 0) {
        released += handOver(absence, now);
      }
    }
    return released;
  }

  private int handOver(Absence absence, Instant now) {
    List<Ticket> theirs = tickets.inWorkBy(absence.agent());
    for (Ticket ticket : theirs) {
      ticket.releaseFromAbsent(absence.until(), now);
      facts.announce(new TicketReleased(ticket.id(), ticket.number()));
    }
    absence.markHandedOver();
    LOG.log(
        System.Logger.Level.INFO,
        "{0} is away until {1}; {2} tickets back in the queue",
        absence.agent(),
        absence.until(),
        theirs.size());
    return theirs.size();
  }
}
