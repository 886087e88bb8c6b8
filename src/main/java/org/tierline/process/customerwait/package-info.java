/** Waits for a customer's answer; the promise stands still meanwhile. */
@NullMarked
package org.tierline.process.customerwait;

import org.jspecify.annotations.NullMarked;
