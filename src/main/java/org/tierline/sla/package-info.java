/**
 * What we promised and whether we keep it: first response, next response, resolution, and that the
 * customer is kept posted.
 *
 * <p>The targets come from a decision table (plan × priority × category × brand) behind the port
 * {@code SlaPolicies}. What was promised is stored word for word ({@code SlaPromise}); everything
 * else is read from the ticket's history whenever somebody asks ({@code TicketClocks}): nothing is
 * patched, so nothing drifts. What the desk does when a promise is in danger is decided in {@code
 * sla.ladder}. Knows {@code ticket} and {@code customer}.
 *
 * <p>The clock itself is pure: {@code SlaStatus.of(promise, calendar, history, now)} answers from a
 * {@code Promise}, the {@code OpeningTimes} of a {@code BusinessCalendar} and a {@code
 * ClockHistory} what is used up, until when we have time, and the ledger that explains it.
 */
@NullMarked
package org.tierline.sla;

import org.jspecify.annotations.NullMarked;
