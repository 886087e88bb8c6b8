/** From a proposed solution to the closed ticket, or back to work. */
@NullMarked
package org.tierline.process.ticketresolution;

import org.jspecify.annotations.NullMarked;
