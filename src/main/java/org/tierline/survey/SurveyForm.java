package org.tierline.survey;

import java.time.Instant;
import java.util.Optional;
import org.tierline.ticket.TicketNumber;

/**
 * What a customer who follows the link finds.
 *
 * @param subject what the ticket was about
 * @param rating what they answered so far
 * @param changeableUntil when that answer becomes or became final
 * @param open whether an answer given now counts
 */
public record SurveyForm(
    TicketNumber number,
    String subject,
    Optional<Rating> rating,
    Optional<Instant> changeableUntil,
    boolean open) {}
