/**
 * The process engine as a part of the desk: how it starts, what it may do, who may do what with it.
 * The guards here close two holes that the last community release of the engine leaves open:
 * expressions in task queries, and the page that makes an administrator out of anybody.
 */
@NullMarked
package org.tierline.process.engine;

import org.jspecify.annotations.NullMarked;
