/** How a feature says what has happened without knowing who listens. */
@NullMarked
package org.tierline.platform.events;

import org.jspecify.annotations.NullMarked;
