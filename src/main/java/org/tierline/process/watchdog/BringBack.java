package org.tierline.process.watchdog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.tierline.platform.events.Facts;
import org.tierline.process.TicketProcess;
import org.tierline.process.ticketlifecycle.LifecycleStart;
import org.tierline.process.worklist.OpenTasks;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.StrayTickets.Fault;
import org.tierline.ticket.StrayTickets.Stray;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.TicketReopened;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.TicketStrayed;
import org.tierline.ticket.Tickets;

/**
 * Use case: mend a ticket that went astray where that can do no harm, and tell the leads. The
 * ticket is the truth: a task follows its owner; a ticket in work without any process gets one
 * again. Everything else needs a person. Whatever is written into the ticket's history changes its
 * version, so of two nodes that find the same ticket one does nothing.
 */
@ApplicationScoped
@Transactional
public class BringBack {

  /** So long nobody is told of the same thing again. */
  private static final Duration SILENCE = Duration.ofHours(24);

  private static final System.Logger LOG = System.getLogger(BringBack.class.getName());

  private final Tickets tickets;
  private final RuntimeService runtime;
  private final LifecycleStart lifecycleStart;
  private final OpenTasks openTasks;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public BringBack(
      Tickets tickets,
      RuntimeService runtime,
      LifecycleStart lifecycleStart,
      OpenTasks openTasks,
      Facts facts,
      Clock clock) {
    this.tickets = tickets;
    this.runtime = runtime;
    this.lifecycleStart = lifecycleStart;
    this.openTasks = openTasks;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected BringBack() {
    this(null, null, null, null, null, null);
  }

  public void bringBack(Stray stray) {
    Ticket ticket = tickets.get(stray.ticket());
    if (stray.fault() == Fault.NO_LIFECYCLE && somethingRunsFor(ticket)) {
      return; // somebody else was faster
    }
    boolean repaired =
        switch (stray.fault()) {
          case OTHER_OWNER -> giveWorkToOwner(ticket);
          case NO_LIFECYCLE -> startAgain(ticket);
          case SEVERAL_LIFECYCLES, NOTHING_TO_COME, NO_QUEUE -> false;
        };
    String what = (repaired ? "brought back: " : "astray: ") + stray.fault().words();
    if (repaired || !isKnown(ticket, what)) {
      ticket.note(HistoryKind.STRAYED, Author.DESK, what, null, clock.instant());
      facts.announce(
          new TicketStrayed(ticket.id(), ticket.number(), stray.fault().words(), repaired));
      LOG.log(System.Logger.Level.WARNING, "{0} {1}", ticket.number(), what);
    }
  }

  private boolean giveWorkToOwner(Ticket ticket) {
    ticket
        .assignee()
        .ifPresentOrElse(
            owner -> openTasks.assign(ticket.number(), owner),
            () -> openTasks.release(ticket.number()));
    return true;
  }

  /**
   * Nothing runs for the ticket, in this very transaction, so nothing can run twice. A new ticket
   * begins at the beginning, one in work goes on with the work; both need nothing a lost process
   * knew. Where the customer or engineering has to act, a person has to see what they were told.
   */
  private boolean startAgain(Ticket ticket) {
    if (ticket.status() == TicketStatus.NEW && ticket.triagedAt().isEmpty()) {
      lifecycleStart.ticketOpened(new TicketOpened(ticket.id(), ticket.number()));
      return true;
    }
    if (ticket.status() == TicketStatus.OPEN && ticket.resolutionDueAt().isPresent()) {
      lifecycleStart.ticketReopened(new TicketReopened(ticket.id(), ticket.number()));
      return true;
    }
    return false;
  }

  private boolean somethingRunsFor(Ticket ticket) {
    return runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(TicketProcess.businessKey(ticket.number()))
            .count()
        > 0;
  }

  private boolean isKnown(Ticket ticket, String what) {
    Instant since = clock.instant().minus(SILENCE);
    return ticket.history().stream()
        .anyMatch(
            entry ->
                entry.kind() == HistoryKind.STRAYED
                    && entry.what().equals(what)
                    && entry.at().isAfter(since));
  }
}
