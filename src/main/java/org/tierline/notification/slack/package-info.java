/**
 * How the desk speaks in Slack: what it posts, as effects of the outbox, and how it knows that a
 * request comes from Slack. Knows nothing of tickets and staff.
 */
@NullMarked
package org.tierline.notification.slack;

import org.jspecify.annotations.NullMarked;
