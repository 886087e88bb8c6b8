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
 * Use case: write down that a promise was missed and make the ticket one step more urgent. Does
 * nothing when the promise was kept or moved in the meantime, or its breach is on record.
 */
@ApplicationScoped
@Transactional
public class RecordBreach {

  private static final System.Logger LOG = System.getLogger(RecordBreach.class.getName());

  private final Tickets tickets;
  private final CurrentDeadlines deadlines;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public RecordBreach(Tickets tickets, CurrentDeadlines deadlines, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.deadlines = deadlines;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecordBreach() {
    this(null, null, null, null);
  }

  public void record(TicketId id) {
    Ticket ticket = tickets.get(id);
    if (!OpenTarget.isRunning(ticket)) {
      return;
    }
    Instant now = clock.instant();
    OpenTarget open = deadlines.openTargetOf(ticket);
    if (!open.isOver(now) || open.isMissed(ticket)) {
      return;
    }
    ticket.note(HistoryKind.SLA_BREACHED, Author.DESK, open.miss(), null, now);
    ticket.changePriority(ticket.priority().raised(), open.miss(), now);
    facts.announce(new SlaBreached(id));
    LOG.log(System.Logger.Level.INFO, "{0} breached: {1}", ticket.number(), open.miss());
  }
}
