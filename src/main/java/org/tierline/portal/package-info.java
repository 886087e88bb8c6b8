/**
 * What people and programs see of the desk: the customers' pages, the staff pages and the REST API.
 *
 * <p>Decides how things look and who may ask; everything else it leaves to the features, all of
 * which it may call. Nobody calls the portal. Every address declares who may use it, with {@code
 * RolesAllowed} or {@code PermitAll}; one without a declaration cannot be reached.
 */
@NullMarked
package org.tierline.portal;

import org.jspecify.annotations.NullMarked;
