package org.tierline.process.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * How soon a node takes up what is due. Nobody waits for the next look longer than a second, also
 * after a quiet night: what we promised is measured in minutes, and a look costs one read of an
 * index. What has the higher priority comes first, then what is due longer.
 */
final class JobPace {

  private static final int LOOK_EVERY_MILLIS = 1000;

  private JobPace() {}

  static void apply(ProcessEngineConfigurationImpl configuration, JobExecutor jobs) {
    jobs.setMaxJobsPerAcquisition(8);
    jobs.setWaitTimeInMillis(LOOK_EVERY_MILLIS);
    jobs.setMaxWait(LOOK_EVERY_MILLIS);
    configuration.setJobExecutorAcquireByPriority(true);
    configuration.setJobExecutorAcquireByDueDate(true);
    configuration.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
  }
}
