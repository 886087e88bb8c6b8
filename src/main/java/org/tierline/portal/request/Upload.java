package org.tierline.portal.request;

import org.tierline.platform.files.Spool;

/**
 * A file a customer attached to a form.
 *
 * @param contentType what it is, whatever the browser declares
 */
record Upload(String name, String contentType, Spool content) {}
