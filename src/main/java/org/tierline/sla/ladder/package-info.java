/**
 * What the desk does when a promise is in danger: the steps of a ladder, each at its moment and
 * each once, and the dates that lists show and timers wait for.
 *
 * <p>The ladders are a decision table behind the port {@code EscalationLadders}. Which steps are
 * still to be taken is derived from the clocks of {@code org.tierline.sla}, the table and the steps
 * taken so far; the dates on the ticket are a copy. Knows {@code sla} and {@code ticket}.
 */
@NullMarked
package org.tierline.sla.ladder;

import org.jspecify.annotations.NullMarked;
