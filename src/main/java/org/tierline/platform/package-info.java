/**
 * What every feature stands on and none decides: the clock, the settings of the desk, the database
 * schema, the data directory. Knows nobody.
 */
@NullMarked
package org.tierline.platform;

import org.jspecify.annotations.NullMarked;
