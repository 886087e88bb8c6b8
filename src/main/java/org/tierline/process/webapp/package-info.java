/**
 * Guards inside the web application that brings Tasklist, Cockpit and Admin. The build puts these
 * classes into {@code camunda.war}, so they use nothing but the container.
 */
@NullMarked
package org.tierline.process.webapp;

import org.jspecify.annotations.NullMarked;
