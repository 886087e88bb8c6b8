package org.tierline.ticket;

/**
 * The watchdog found an open ticket nobody would have come back to.
 *
 * @param problem what is wrong, as a lead reads it
 * @param repaired whether the desk has mended it; if not, a lead has to
 */
public record TicketStrayed(
    TicketId ticket, TicketNumber number, String problem, boolean repaired) {}
