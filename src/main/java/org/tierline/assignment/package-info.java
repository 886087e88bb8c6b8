/**
 * Who answers a ticket.
 *
 * <p>Among the agents of the ticket's team who are at work, have the skill and room for more, those
 * who speak the customer's language and, for an angry or important customer, senior agents come
 * first; of them the one with the least work gets it; equals take turns. Work is weighed by the
 * analysts' table behind {@code Weights}. When nobody is free the ticket waits in the team's queue
 * and is offered again as soon as somebody comes, gets rid of a ticket or can do more, and every
 * minute because shifts and absences begin and end unannounced. Whoever handed a ticket away is not
 * asked again; when nobody else is left, a lead is called. Knows {@code ticket} and {@code agent}.
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
