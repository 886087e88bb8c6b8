package org.tierline.sla;

import java.time.Instant;
import java.util.Set;
import org.tierline.ticket.TicketId;

/**
 * We promised to keep the customer posted, and they have heard nothing for so long.
 *
 * @param silentSince the last they heard of us
 * @param step the step of the ladder, such as {@code PT0S}
 */
public record CustomerUpdateDue(
    TicketId ticket, Instant silentSince, String step, Set<Hearer> tell) {}
