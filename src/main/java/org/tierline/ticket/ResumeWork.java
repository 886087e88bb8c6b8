package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Use case: the waiting is over and the ticket is worked on again. */
@ApplicationScoped
@Transactional
public class ResumeWork {

  private static final System.Logger LOG = System.getLogger(ResumeWork.class.getName());

  private final Tickets tickets;
  private final Clock clock;

  @Inject
  public ResumeWork(Tickets tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ResumeWork() {
    this(null, null);
  }

  public void resume(TicketId id, String why) {
    Ticket ticket = tickets.get(id);
    ticket.resume(why, clock.instant());
    LOG.log(System.Logger.Level.INFO, "{0} is worked on again", ticket.number());
  }
}
