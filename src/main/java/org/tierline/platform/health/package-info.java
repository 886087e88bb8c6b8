/**
 * What the desk answers when somebody asks whether it is well. A feature with something to say adds
 * a {@code HealthCheck} of its own; only what stops all work may answer "down".
 */
@NullMarked
package org.tierline.platform.health;

import org.jspecify.annotations.NullMarked;
