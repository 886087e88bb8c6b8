package org.tierline.sla;

import org.tierline.ticket.TicketId;

/** We have missed what we promised for this ticket. */
public record SlaBreached(TicketId ticket) {}
