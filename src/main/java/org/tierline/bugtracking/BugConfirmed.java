package org.tierline.bugtracking;

import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;

/** Support found a defect of ours behind the ticket; engineering has it now. */
public record BugConfirmed(TicketId ticket, TicketNumber number) {}
