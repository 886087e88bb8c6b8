/**
 * The one gate for mail headers and addresses, and the outbox every outgoing mail passes through.
 *
 * <p>Knows nothing of tickets: features say what to send, this package sees that it leaves, exactly
 * as written, at least once.
 */
@NullMarked
package org.tierline.platform.mail;

import org.jspecify.annotations.NullMarked;
