/**
 * Which defect of ours stands behind a ticket: support confirms it, engineering says what became of
 * it, and the customer hears of both.
 *
 * <p>Without an issue tracker the engineering liaison records the outcome by hand; what is broken,
 * its impact and how to reproduce it stand in the ticket's {@code BUG_REPORT} message, so this
 * feature keeps no copy of them.
 */
@NullMarked
package org.tierline.bugtracking;

import org.jspecify.annotations.NullMarked;
