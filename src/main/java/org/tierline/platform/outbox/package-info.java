/**
 * Effects outside the desk, written as rows in the business transaction and carried out after it:
 * at least once, under a stable key, with retries, and visible when they fail for good.
 *
 * <p>Mails have a table of their own because conversations are found in it; every other kind of
 * effect shares one. How rows are claimed, tried again and given up is the same for all.
 */
@NullMarked
package org.tierline.platform.outbox;

import org.jspecify.annotations.NullMarked;
