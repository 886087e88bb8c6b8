/**
 * How the desk proves to other servers who it is: passwords, and the tokens that replace them.
 *
 * <p>Knows nothing of what is done behind the door it opens.
 */
@NullMarked
package org.tierline.platform.credentials;

import org.jspecify.annotations.NullMarked;
