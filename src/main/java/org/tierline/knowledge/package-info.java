/**
 * What the desk already knows: articles that answer a question before an agent has to.
 *
 * <p>Decides which articles fit what someone wrote. Weak fits are not shown, because a customer who
 * got one useless suggestion reads no second one. The articles live in the database; the index
 * beside them is only a cache and is built anew at every start.
 */
@NullMarked
package org.tierline.knowledge;

import org.jspecify.annotations.NullMarked;
