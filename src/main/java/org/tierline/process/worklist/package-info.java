/**
 * The open tasks of the engine as the desk's work list, and the ticket's owner as their owner.
 *
 * <p>The ticket knows who owns it; a task shows it. Whichever side changes first, in Tasklist or by
 * assignment, the other follows in the same transaction.
 */
@NullMarked
package org.tierline.process.worklist;

import org.jspecify.annotations.NullMarked;
