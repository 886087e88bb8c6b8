package org.tierline.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The only source of time. Shifted by {@code tierline.clock.offset}, so that a rehearsal can start
 * the desk next week.
 */
@Dependent
class Time {

  @Produces
  @Singleton
  Clock clock(
      @ConfigProperty(name = "tierline.clock.offset", defaultValue = "PT0S") Duration offset) {
    return Clock.offset(Clock.systemUTC(), offset);
  }
}
