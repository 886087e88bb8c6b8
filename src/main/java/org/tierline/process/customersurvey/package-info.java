/** Asks the customer of a closed ticket whether we helped, and acts on the answer. */
@NullMarked
package org.tierline.process.customersurvey;

import org.jspecify.annotations.NullMarked;
