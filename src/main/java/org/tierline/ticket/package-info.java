/**
 * The ticket: what a customer asked for, everything said about it since, who owns it, and the full
 * history of who changed what and why.
 *
 * <p>This is the core of the desk. It knows people only by their identity ({@code customer}, {@code
 * agent}); every other feature builds on it. State changes are methods of {@link
 * org.tierline.ticket.Ticket}; use cases load it, tell it, and publish what happened.
 */
@NullMarked
package org.tierline.ticket;

import org.jspecify.annotations.NullMarked;
