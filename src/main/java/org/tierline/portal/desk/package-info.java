/**
 * The staff pages beside Tasklist: the list of tickets, one ticket, and what waits for a lead.
 *
 * <p>An agent's view of a ticket is the same component that Tasklist shows.
 */
@NullMarked
package org.tierline.portal.desk;

import org.jspecify.annotations.NullMarked;
