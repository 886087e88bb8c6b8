/** The page behind the link in the survey mail. */
@NullMarked
package org.tierline.portal.survey;

import org.jspecify.annotations.NullMarked;
