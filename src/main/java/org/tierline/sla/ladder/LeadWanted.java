package org.tierline.sla.ladder;

import org.tierline.ticket.TicketId;

/** A ladder says that a lead has to decide what becomes of this ticket. */
public record LeadWanted(TicketId ticket, String why) {}
