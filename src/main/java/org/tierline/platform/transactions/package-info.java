/** Short transactions around a step of work that must not hold one while it waits for others. */
@NullMarked
package org.tierline.platform.transactions;

import org.jspecify.annotations.NullMarked;
