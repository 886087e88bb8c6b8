/** Work that is done again and again in the background. */
@NullMarked
package org.tierline.platform.rounds;

import org.jspecify.annotations.NullMarked;
