/**
 * Explains to leads what the desk would do with a mail.
 *
 * <p>Knows {@code intake} and stores nothing.
 */
@NullMarked
package org.tierline.portal.intake;

import org.jspecify.annotations.NullMarked;
