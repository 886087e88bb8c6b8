/**
 * Who must help when the current team cannot: hands a ticket to another team with everything known.
 *
 * <p>The agent may name the team; otherwise the analysts' table behind {@code EscalationRoutes}
 * does. A ticket that goes round in circles goes to a lead. Knows {@code ticket} and {@code agent}.
 */
@NullMarked
package org.tierline.escalation;

import org.jspecify.annotations.NullMarked;
