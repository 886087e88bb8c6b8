/** One round of work on a ticket, under the promise made to its customer. */
@NullMarked
package org.tierline.process.ticketwork;

import org.jspecify.annotations.NullMarked;
