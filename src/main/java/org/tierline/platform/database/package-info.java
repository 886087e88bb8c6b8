/** The schema of the desk: created and brought up to date before anything else starts. */
@NullMarked
package org.tierline.platform.database;

import org.jspecify.annotations.NullMarked;
