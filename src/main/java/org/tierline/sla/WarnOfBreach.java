package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/**
 * Use case: say that a promise is about to be missed. Does nothing when it was kept or moved in the
 * meantime, or was warned of before.
 */
@ApplicationScoped
@Transactional
public class WarnOfBreach {

  private static final System.Logger LOG = System.getLogger(WarnOfBreach.class.getName());

  private final Tickets tickets;
  private final CurrentDeadlines deadlines;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public WarnOfBreach(Tickets tickets, CurrentDeadlines deadlines, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.deadlines = deadlines;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected WarnOfBreach() {
    this(null, null, null, null);
  }

  public void warn(TicketId id) {
    Ticket ticket = tickets.get(id);
    if (!OpenTarget.isRunning(ticket)) {
      return;
    }
    Instant now = clock.instant();
    OpenTarget open = deadlines.openTargetOf(ticket);
    if (!open.isNear(now) || open.isOver(now) || open.isWarned(ticket)) {
      return;
    }
    ticket.note(HistoryKind.SLA_WARNED, Author.DESK, open.warning(), null, now);
    facts.announce(new SlaBreachNear(id, open.left(now)));
    LOG.log(System.Logger.Level.INFO, "{0} warned: {1}", ticket.number(), open.warning());
  }
}
