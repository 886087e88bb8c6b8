/**
 * Puts what happened at the desk into words, for the customer and for staff, and into the outbox.
 *
 * <p>Decides nothing and is imported by nobody: delete it and the desk works on in silence. Listens
 * to the features' facts in the transaction that caused them, so that a mail is promised if and
 * only if its cause is stored. Every mail is a pair of templates without logic in {@code mail/}.
 */
@NullMarked
package org.tierline.notification;

import org.jspecify.annotations.NullMarked;
