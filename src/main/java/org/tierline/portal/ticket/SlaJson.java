package org.tierline.portal.ticket;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.sla.SlaStatus;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.TargetClock;
import org.tierline.sla.TicketClocks;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/**
 * What we promised for a ticket, and how it stands.
 *
 * @param dueAt when the next thing we owe the customer is due, whether we are late or not; null
 *     while nothing is promised, while the clock stands and when it is over
 * @param paused we wait for the customer, and the clock with us
 */
public record SlaJson(
    @Nullable Instant dueAt, TargetJson firstResponse, TargetJson resolution, boolean paused) {

  /**
   * One promise.
   *
   * @param dueAt null while nothing is promised, and while the clock stands
   * @param metAt null while it is not kept
   * @param breached late, whether kept since or not, as its clock says
   */
  public record TargetJson(@Nullable Instant dueAt, @Nullable Instant metAt, boolean breached) {

    private static TargetJson of(
        Optional<Instant> due, Optional<Instant> met, Optional<TargetClock> clock) {
      return new TargetJson(
          due.orElse(null),
          met.orElse(null),
          clock.map(TargetClock::status).filter(SlaStatus::isBreached).isPresent());
    }
  }

  /**
   * @param clocks of what was promised; null before it was
   */
  static SlaJson of(Ticket ticket, @Nullable TicketClocks clocks) {
    return new SlaJson(
        Optional.ofNullable(clocks).flatMap(TicketClocks::nextDueAt).orElse(null),
        TargetJson.of(
            ticket.firstResponseDueAt(),
            ticket.firstRespondedAt(),
            clock(clocks, SlaTarget.FIRST_RESPONSE)),
        TargetJson.of(
            ticket.resolutionDueAt(),
            ticket.resolvedAt().or(ticket::closedAt),
            clock(clocks, SlaTarget.RESOLUTION)),
        ticket.status() == TicketStatus.WAITING_FOR_CUSTOMER);
  }

  private static Optional<TargetClock> clock(@Nullable TicketClocks clocks, SlaTarget target) {
    return Optional.ofNullable(clocks).flatMap(read -> read.of(target));
  }
}
