package org.tierline.intake;

import java.time.Instant;

/**
 * A mail that was received has waited too long to be taken in, for a reason that is none of its
 * own. Announced once until all that were held up are taken in.
 *
 * @param since when it was received
 */
public record MailHeldUp(String why, Instant since) {}
