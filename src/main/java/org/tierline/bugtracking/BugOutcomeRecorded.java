package org.tierline.bugtracking;

import org.tierline.ticket.TicketId;

/** Engineering said what became of the defect; support takes over again. */
public record BugOutcomeRecorded(TicketId ticket, BugOutcome outcome) {}
