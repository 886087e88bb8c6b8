package org.tierline.intake;

import org.tierline.ticket.TicketId;

/**
 * A mail brought files the desk does not keep: too large, too many, or refused by the scanner. The
 * conversation names each and says why.
 *
 * @param files how many
 */
public record FilesRefused(TicketId ticket, int files) {}
