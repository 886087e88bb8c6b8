package org.tierline.process.watchdog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How many tickets were astray when the watchdog last looked. A desk with some works all the same,
 * so they never mean "down".
 */
@Readiness
@ApplicationScoped
public class WatchdogCheck implements HealthCheck {

  private final Watchdog watchdog;

  @Inject
  public WatchdogCheck(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected WatchdogCheck() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("watchdog").up();
    watchdog.astray().ifPresent(tickets -> answer.withData("ticketsAstray", tickets));
    return answer.build();
  }
}
