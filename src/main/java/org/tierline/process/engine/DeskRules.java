package org.tierline.process.engine;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;

/** Gives the groups their rights and Tasklist its lists, as far as they are missing. */
@Singleton
@Startup
@DependsOn("StaffAccounts")
public class DeskRules {

  @PostConstruct
  void prepare() {
    ProcessEngine engine = ProcessEngines.getDefaultProcessEngine();
    new Rights(engine.getAuthorizationService()).grantAll();
    new TasklistFilters(engine).createIfMissing();
  }
}
