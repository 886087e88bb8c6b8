/**
 * Keeps files of people: raw mails and what came attached to messages. They lie in the database, in
 * pieces, so that every node sees them, a rollback takes them along, and no file, however large, is
 * ever whole in memory.
 *
 * <p>Knows nobody. What a file means is the business of whoever keeps its id.
 */
@NullMarked
package org.tierline.platform.files;

import org.jspecify.annotations.NullMarked;
