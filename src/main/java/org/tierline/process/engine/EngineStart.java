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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

/** Starts the engine once the desk's tables are there, and stops it with the desk. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class EngineStart {

  @Resource(lookup = "java:jboss/datasources/TierlineDS")
  private DataSource database;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/tierline-jobs")
  private ManagedExecutorService executor;

  @Inject private BeanManager beans;
  @Inject private Clock clock;
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
        new EngineConfiguration(database, jobs, List.copyOf(decisionFunctions.stream().toList()))
            .buildProcessEngine();
    releaseJobsOfAKilledServer();
    RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(engine);
  }

  /**
   * The embedded database belongs to one server at a time, so whoever held a job's lock is dead and
   * its tickets need not wait until the lock expires. On a shared database it may be alive.
   */
  private void releaseJobsOfAKilledServer() {
    try (Connection connection = database.getConnection()) {
      if (connection.getMetaData().getURL().startsWith("jdbc:h2:file:")) {
        try (Statement update = connection.createStatement()) {
          update.executeUpdate(
              "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null,"
                  + " REV_ = REV_ + 1 where LOCK_OWNER_ is not null");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The engine's jobs cannot be released", e);
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
