/**
 * Decides what an arriving mail is: a new request, a follow-up, something seen before, or noise of
 * machines. Whatever it decides, the mail itself is kept.
 *
 * <p>Knows {@code ticket} and {@code customer}. A mail is first stored as it came, in a transaction
 * of its own, and only then understood; what cannot be understood waits in quarantine for a person.
 */
@NullMarked
package org.tierline.intake;

import org.jspecify.annotations.NullMarked;
