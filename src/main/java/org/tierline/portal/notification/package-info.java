/** Where staff see what the desk tells people, and say how they want to be told themselves. */
@NullMarked
package org.tierline.portal.notification;

import org.jspecify.annotations.NullMarked;
