/** A confirmed defect on its way through engineering. */
@NullMarked
package org.tierline.process.bugconfirmation;

import org.jspecify.annotations.NullMarked;
