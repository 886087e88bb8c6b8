package org.tierline.sla;

import java.time.Duration;
import java.util.Set;
import org.tierline.ticket.TicketId;

/**
 * We are about to miss what we promised for this ticket.
 *
 * @param left until the target is due, on the wall clock
 * @param step the step of the ladder, such as {@code WARN} or {@code -PT2H}
 */
public record SlaBreachNear(
    TicketId ticket, SlaTarget target, Duration left, String step, Set<Hearer> tell) {}
