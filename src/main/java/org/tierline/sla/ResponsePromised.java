package org.tierline.sla;

import org.tierline.ticket.TicketId;

/** We made a promise for this ticket, the first or another one. */
public record ResponsePromised(TicketId ticket) {}
