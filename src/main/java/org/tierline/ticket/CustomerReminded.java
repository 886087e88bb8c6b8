package org.tierline.ticket;

import java.time.Instant;
import java.util.Optional;

/**
 * The customer owes us an answer and shall be reminded.
 *
 * @param closing when silence will count as an answer, if this is the last reminder before
 */
public record CustomerReminded(TicketId ticket, Optional<Instant> closing) {}
