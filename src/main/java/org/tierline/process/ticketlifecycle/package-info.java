/** The root model: one instance is one ticket from opening to closing. */
@NullMarked
package org.tierline.process.ticketlifecycle;

import org.jspecify.annotations.NullMarked;
