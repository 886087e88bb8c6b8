/**
 * Failed steps of running processes, as a lead's list of repairs: the engine retries a step a few
 * times, then an incident waits for a person, and the leads are told of it once.
 */
@NullMarked
package org.tierline.process.repair;

import org.jspecify.annotations.NullMarked;
