package org.tierline.sla;

import java.time.Duration;
import org.tierline.ticket.TicketId;

/** We are about to miss what we promised for this ticket. */
public record SlaBreachNear(TicketId ticket, Duration left) {}
