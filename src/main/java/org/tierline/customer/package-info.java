/**
 * Who asks for help: a person with a mail address, and the plan that says what we promised them.
 *
 * <p>Knows nobody else. A customer comes into being with their first message; nobody registers.
 */
@NullMarked
package org.tierline.customer;

import org.jspecify.annotations.NullMarked;
