package org.tierline.process.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says on how many tickets clocks, shown dates and timers were compared and how many differed.
 * Always "up": what differed was repaired, and a desk that found a fault of its own still serves.
 */
@Readiness
@ApplicationScoped
public class DeadlineCheck implements HealthCheck {

  private final DeadlineRounds rounds;

  @Inject
  public DeadlineCheck(DeadlineRounds rounds) {
    this.rounds = rounds;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeadlineCheck() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("deadlines")
        .up()
        .withData("checked", rounds.checked())
        .withData("differed", rounds.violated())
        .build();
  }
}
