/** Finds out what a new ticket is about, by decision tables. */
@NullMarked
package org.tierline.process.tickettriage;

import org.jspecify.annotations.NullMarked;
