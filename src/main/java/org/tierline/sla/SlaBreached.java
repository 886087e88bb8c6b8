package org.tierline.sla;

import java.time.Duration;
import java.util.Set;
import org.tierline.ticket.TicketId;

/**
 * We have missed what we promised for this ticket, and still do.
 *
 * @param late how late we are by the ladder: nothing at the first step, more at each later one
 * @param step the step of the ladder, such as {@code PT1H}
 */
public record SlaBreached(
    TicketId ticket, SlaTarget target, Duration late, String step, Set<Hearer> tell) {

  /** The target was missed just now; later steps say that it still is. */
  public boolean isNews() {
    return late.isZero();
  }
}
