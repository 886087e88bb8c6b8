/**
 * Who asks for help: a person with a mail address, and the contract that says what they may expect.
 *
 * <p>Knows nobody else. A customer comes into being with their first message, or when something is
 * agreed with them before; nobody registers.
 */
@NullMarked
package org.tierline.customer;

import org.jspecify.annotations.NullMarked;
