/**
 * What leads ask and tell the clocks of the desk: the calculator, as a page and for programs, and
 * the calendars, which they change here.
 */
@NullMarked
package org.tierline.portal.sla;

import org.jspecify.annotations.NullMarked;
