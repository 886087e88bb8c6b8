package org.tierline.portal.ticket;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/**
 * What we promised for a ticket, and how it stands.
 *
 * @param paused we wait for the customer, and the clock with us
 */
public record SlaJson(TargetJson firstResponse, TargetJson resolution, boolean paused) {

  /**
   * One promise.
   *
   * @param dueAt null while nothing is promised
   * @param metAt null while it is not kept
   * @param breached late, whether kept since or not
   */
  public record TargetJson(@Nullable Instant dueAt, @Nullable Instant metAt, boolean breached) {

    private static TargetJson of(Optional<Instant> due, Optional<Instant> met, Instant now) {
      boolean breached = due.isPresent() && met.orElse(now).isAfter(due.get());
      return new TargetJson(due.orElse(null), met.orElse(null), breached);
    }
  }

  static SlaJson of(Ticket ticket, Instant now) {
    return new SlaJson(
        TargetJson.of(ticket.firstResponseDueAt(), ticket.firstRespondedAt(), now),
        TargetJson.of(ticket.resolutionDueAt(), ticket.resolvedAt().or(ticket::closedAt), now),
        ticket.status() == TicketStatus.WAITING_FOR_CUSTOMER);
  }
}
