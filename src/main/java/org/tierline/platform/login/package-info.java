/**
 * What the login of all applications needs before any of them runs: a server module of its own,
 * which bin/standalone.conf and the container read.
 */
@NullMarked
package org.tierline.platform.login;

import org.jspecify.annotations.NullMarked;
