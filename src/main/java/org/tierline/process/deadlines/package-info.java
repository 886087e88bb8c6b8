/**
 * The timers of what we promised. Every model in which our clock runs has the same pair of them:
 * one at the work, and one in the loop behind it that takes one step of the ladder after another.
 * Exactly one of the two is armed, for the next step of the ticket's ladder.
 */
@NullMarked
package org.tierline.process.deadlines;

import org.jspecify.annotations.NullMarked;
