package org.tierline.process.watchdog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.ProcessEngines;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.tierline.ticket.StrayTickets;

/** How many tickets are astray. A desk with some works all the same, so they never mean "down". */
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
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("watchdog");
    if (ProcessEngines.getProcessEngines().isEmpty()) {
      return answer.down().build(); // at the very first start its tables are still to come
    }
    return answer.up().withData("ticketsAstray", strayTickets.find().size()).build();
  }
}
