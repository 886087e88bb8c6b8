/**
 * Who answers a ticket.
 *
 * <p>Among the available agents of the ticket's team who have the skill and room for more, the one
 * with the least work gets it; equals take turns. When nobody is free the ticket waits in the
 * team's queue and is offered again as soon as somebody comes or gets rid of a ticket, and every
 * minute in case nobody said so. Knows {@code ticket} and {@code agent}.
 *
 * <p>Two tickets assigned at the same moment must not both land on the agent who was the least busy
 * before either: whoever assigns in a team first takes the team's {@code Turn}, a locked row, and
 * only then counts. Locking the agent's own row instead would do for the count, but somebody who
 * just became available has changed that row already in the transaction that asks for more work,
 * and two such transactions could wait for each other.
 */
@NullMarked
package org.tierline.assignment;

import org.jspecify.annotations.NullMarked;
