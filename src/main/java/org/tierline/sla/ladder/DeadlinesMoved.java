package org.tierline.sla.ladder;

import java.time.Instant;
import java.util.Optional;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;

/**
 * The dates of a ticket are others than before: whatever waits for them has to wait for these.
 *
 * @param nextDueAt empty while nobody has to act
 * @param nextStepAt empty while no step of a ladder is to be taken
 */
public record DeadlinesMoved(
    TicketId ticket,
    TicketNumber number,
    Optional<Instant> nextDueAt,
    Optional<Instant> nextStepAt) {}
