package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.sla.ladder.ReadDeadlines;
import org.tierline.ticket.Ticket;

/** Explains the promises of one ticket, everything read in one transaction. */
@ApplicationScoped
@Transactional
public class SlaReport {

  private final TicketViews views;
  private final ReadDeadlines readDeadlines;
  private final Clock clock;

  @Inject
  public SlaReport(TicketViews views, ReadDeadlines readDeadlines, Clock clock) {
    this.views = views;
    this.readDeadlines = readDeadlines;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SlaReport() {
    this(null, null, null);
  }

  /**
   * @throws jakarta.ws.rs.NotFoundException if there is no such ticket
   */
  public SlaReportJson of(long number) {
    Ticket ticket = views.find(number);
    return SlaReportJson.of(ticket, readDeadlines.of(ticket).orElse(null), clock.instant());
  }
}
