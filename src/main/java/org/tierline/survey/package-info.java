/**
 * Were they happy: one to five stars by a link in a mail, without login.
 *
 * <p>Mail scanners open every link, so opening one never counts; only the button on the page does.
 * The last rating within a week wins, the earlier ones stay on record. What follows from a low
 * rating or an unsolved problem is the process's decision.
 */
@NullMarked
package org.tierline.survey;

import org.jspecify.annotations.NullMarked;
