/**
 * Who answers: staff members with their team, skills, languages and availability.
 *
 * <p>Identity and passwords are the container's business; this package holds what the desk needs to
 * know to give someone a ticket. The agent's list of open work is a port here ({@code WorkList}),
 * implemented by whoever runs the process.
 */
@NullMarked
package org.tierline.agent;

import org.jspecify.annotations.NullMarked;
