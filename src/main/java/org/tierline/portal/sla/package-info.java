/**
 * What people ask and tell the clocks of the desk: the sum behind every date of a ticket, the
 * calculator, as a page and for programs, and the calendars, which leads change here.
 */
@NullMarked
package org.tierline.portal.sla;

import org.jspecify.annotations.NullMarked;
