/** Phone calls that agents enter in Tasklist. */
@NullMarked
package org.tierline.process.logphonecall;

import org.jspecify.annotations.NullMarked;
