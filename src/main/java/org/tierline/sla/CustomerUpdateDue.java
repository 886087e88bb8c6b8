package org.tierline.sla;

import java.time.Instant;
import java.util.Set;
import org.tierline.ticket.TicketId;

/**
 * We promised to keep the customer posted, and nobody has written to them for so long.
 *
 * @param silentSince our last word to them
 * @param step the step of the ladder, such as {@code PT0S}
 */
public record CustomerUpdateDue(
    TicketId ticket, Instant silentSince, String step, Set<Hearer> tell) {}
