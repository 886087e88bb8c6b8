/**
 * Nobody is forgotten: every minute one query looks for open tickets that have no owner or queue,
 * no process, or nothing to come; what can be mended safely is mended, of the rest a lead is told.
 */
@NullMarked
package org.tierline.process.watchdog;

import org.jspecify.annotations.NullMarked;
