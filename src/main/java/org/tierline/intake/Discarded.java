package org.tierline.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A person looked at a mail in quarantine and found nothing worth a ticket.
 *
 * @param by the lead's login
 */
@Embeddable
record Discarded(
    @Column(name = "discarded_at") Instant at,
    @Column(name = "discarded_by") String by,
    @Column(name = "discard_reason") String why) {}
