/** Wires the models to the use cases. The only package that knows the process engine. */
@NullMarked
package org.tierline.process;

import org.jspecify.annotations.NullMarked;
