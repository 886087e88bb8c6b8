/**
 * The customers' pages: a form to write to us, and the status page behind an unguessable link.
 *
 * <p>Decides what a customer gets to see of a ticket: never what agents say among themselves.
 */
@NullMarked
package org.tierline.portal.request;

import org.jspecify.annotations.NullMarked;
