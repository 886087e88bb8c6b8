/**
 * The API of tickets: open one, read it, write in it, finish work on it.
 *
 * <p>Decides the JSON shape others rely on and how a request that is sent twice stays one ticket.
 */
@NullMarked
package org.tierline.portal.ticket;

import org.jspecify.annotations.NullMarked;
