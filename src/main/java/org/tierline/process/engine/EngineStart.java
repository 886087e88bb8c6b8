package org.tierline.process.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.cdi.impl.ManagedJobExecutor;
import org.camunda.bpm.engine.cdi.impl.util.BeanManagerLookup;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the engine once the desk's tables are there, and stops it with the desk. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class EngineStart {

  private static final Logger LOG = System.getLogger(EngineStart.class.getName());

  @Resource(lookup = "java:jboss/datasources/TierlineDS")
  private DataSource database;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/tierline-jobs")
  private ManagedExecutorService executor;

  @Inject private BeanManager beans;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "tierline.node", defaultValue = "tierline")
  private String node;

  @Inject private Instance<FeelCustomFunctionProvider> decisionFunctions;

  @SuppressWarnings("NullAway.Init")
  private ProcessEngine engine;

  @PostConstruct
  void start() {
    // job threads that carry no naming context find the beans here
    BeanManagerLookup.localInstance = beans;
    followClock();
    JobExecutor jobs = new ManagedJobExecutor(executor);
    engine =
        new EngineConfiguration(
                database, jobs, node, List.copyOf(decisionFunctions.stream().toList()))
            .buildProcessEngine();
    new JobIndex(database).create();
    releaseWhatWasLeftBehind();
    RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(engine);
  }

  private void releaseWhatWasLeftBehind() {
    int released = new JobLocks(database).release(node);
    if (released > 0) {
      LOG.log(Level.INFO, "Node {0} takes up {1} steps it left behind", node, released);
    }
  }

  @PreDestroy
  void stop() {
    RuntimeContainerDelegate.INSTANCE.get().unregisterProcessEngine(engine);
    engine.close();
    ClockUtil.reset();
  }

  /** The engine has a clock of its own; it goes as far ahead as ours. */
  private void followClock() {
    Duration ahead = Duration.between(ClockUtil.now().toInstant(), clock.instant());
    if (ahead.abs().compareTo(Duration.ofSeconds(1)) > 0) {
      ClockUtil.offset(ahead.toMillis());
    }
  }
}
