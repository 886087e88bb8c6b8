/**
 * What we promised and whether we keep it: first response and resolution.
 *
 * <p>The targets come from a decision table (plan × priority) behind the port {@code SlaPolicies};
 * the dates are stored on the ticket and moved by it while we wait for the customer. Whether a
 * target is open, near its end or missed is always derived from the ticket and its history, never
 * stored as a flag. Knows {@code ticket} and {@code customer}.
 *
 * <p>The clock itself is pure: {@code SlaStatus.of(promise, calendar, history, now)} answers from a
 * {@code Promise}, the {@code OpeningTimes} of a {@code BusinessCalendar} and a {@code
 * ClockHistory} what is used up, until when we have time, and the ledger that explains it.
 */
@NullMarked
package org.tierline.sla;

import org.jspecify.annotations.NullMarked;
