/** The API of the staff member who asks: who am I, and do I want work. */
@NullMarked
package org.tierline.portal.agent;

import org.jspecify.annotations.NullMarked;
