package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.tierline.agent.Absence;
import org.tierline.agent.Absences;
import org.tierline.agent.AgentId;
import org.tierline.agent.AgentLeft;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketReleased;
import org.tierline.ticket.Tickets;

/**
 * Use case: an agent has begun a long absence, or has left the desk, so the tickets they work on go
 * back to the queue. Those that wait for a customer or for engineering stay theirs until something
 * happens; then {@code AssignTicket} finds somebody who is there. Until then a lead hears in the
 * place of somebody absent.
 */
@ApplicationScoped
@Transactional
public class HandOverWork {

  private static final System.Logger LOG = System.getLogger(HandOverWork.class.getName());

  private final Absences absences;
  private final Tickets tickets;
  private final Turns turns;
  private final AssignmentRules rules;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public HandOverWork(
      Absences absences,
      Tickets tickets,
      Turns turns,
      AssignmentRules rules,
      Facts facts,
      Clock clock) {
    this.absences = absences;
    this.tickets = tickets;
    this.turns = turns;
    this.rules = rules;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected HandOverWork() {
    this(null, null, null, null, null, null);
  }

  /** Looks for absences that have begun; returns how many tickets went back to their queues. */
  public int ofAbsent() {
    Instant now = clock.instant();
    int released = 0;
    for (Absence absence : absences.notOverAt(now)) {
      if (absence.isAt(now)
          && !absence.isHandedOver()
          && absence.length().compareTo(rules.longAbsence()) >= 0) {
        released +=
            release(absence.agent(), ticket -> ticket.releaseFromAbsent(absence.until(), now));
        absence.markHandedOver();
      }
    }
    return released;
  }

  public void agentLeft(@Observes AgentLeft fact) {
    turns.take(fact.team()); // whoever is just giving them a ticket is done first
    release(fact.agent(), ticket -> ticket.releaseFromLeaver(clock.instant()));
  }

  private int release(AgentId agent, Consumer<Ticket> why) {
    List<Ticket> theirs = tickets.inWorkBy(agent);
    for (Ticket ticket : theirs) {
      why.accept(ticket);
      facts.announce(new TicketReleased(ticket.id(), ticket.number()));
    }
    LOG.log(
        System.Logger.Level.INFO,
        "{0} cannot go on; {1} tickets back in the queue",
        agent,
        theirs.size());
    return theirs.size();
  }
}
