package org.tierline.process.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import org.camunda.bpm.application.PostDeploy;
import org.camunda.bpm.application.ProcessApplication;
import org.camunda.bpm.application.ProcessApplicationInfo;
import org.camunda.bpm.application.ProcessApplicationInterface;
import org.camunda.bpm.application.impl.JakartaEjbProcessApplication;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.tierline.platform.DeskOpened;
import org.tierline.platform.events.Facts;

/**
 * The desk's models and the beans they name. The engine comes in through this bean whenever it
 * evaluates an expression, also from Tasklist and from the threads that work off its jobs.
 */
@Singleton
@Startup
@DependsOn("EngineStart")
@ProcessApplication("tierline")
@Local(ProcessApplicationInterface.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DeskProcesses extends JakartaEjbProcessApplication {

  @Inject private Facts facts;

  @PostConstruct
  void start() {
    deploy();
    facts.announce(new DeskOpened());
  }

  @PostDeploy
  public void workOffJobs(ProcessEngine engine) {
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor()
        .start();
  }

  @PreDestroy
  void stop() {
    undeploy();
  }

  /** Tasklist loads the forms of the tasks from here. */
  @Override
  public Map<String, String> getProperties() {
    return Map.of(ProcessApplicationInfo.PROP_SERVLET_CONTEXT_PATH, "/");
  }
}
