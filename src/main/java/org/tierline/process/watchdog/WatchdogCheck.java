package org.tierline.process.watchdog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.tierline.ticket.StrayTickets;

/** How many tickets are astray. The desk works all the same, so it never answers "down". */
@Readiness
@ApplicationScoped
public class WatchdogCheck implements HealthCheck {

  private final StrayTickets strayTickets;

  @Inject
  public WatchdogCheck(StrayTickets strayTickets) {
    this.strayTickets = strayTickets;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected WatchdogCheck() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("watchdog")
        .up()
        .withData("ticketsAstray", strayTickets.find().size())
        .build();
  }
}
