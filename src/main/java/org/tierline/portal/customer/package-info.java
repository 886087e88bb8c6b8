/** Who asks the desk for help, and what was agreed with them. */
@NullMarked
package org.tierline.portal.customer;

import org.jspecify.annotations.NullMarked;
