/** The help articles, as pages for customers and as data for programs and the agents' view. */
@NullMarked
package org.tierline.portal.knowledge;

import org.jspecify.annotations.NullMarked;
