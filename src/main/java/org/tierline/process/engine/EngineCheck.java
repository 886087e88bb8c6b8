package org.tierline.process.engine;

import jakarta.enterprise.context.ApplicationScoped;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The engine is there and works off its jobs. Incidents are for the lead, they stop nobody. */
@Readiness
@ApplicationScoped
public class EngineCheck implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("process-engine");
    ProcessEngine engine = ProcessEngines.getProcessEngines().get("default");
    if (engine == null) {
      return answer.down().build();
    }
    boolean working =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getJobExecutor()
            .isActive();
    return answer
        .status(working)
        .withData("incidents", engine.getRuntimeService().createIncidentQuery().count())
        .build();
  }
}
