package org.tierline.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.tierline.process.worklist.WatchUserTasks;

/** The engine as the desk runs it, only that tests work off its jobs one by one. */
public class TestEngine extends StandaloneInMemProcessEngineConfiguration {

  /** The beans that expressions of the models name; each test brings its own. */
  static final Map<Object, Object> BEANS = new ConcurrentHashMap<>();

  private static final AtomicInteger ENGINES = new AtomicInteger();

  /** On a database of its own, in memory. */
  public TestEngine() {
    int number = ENGINES.incrementAndGet();
    setProcessEngineName("test-" + number);
    setJdbcUrl("jdbc:h2:mem:engine-" + number + ";DB_CLOSE_DELAY=1000");
    setDatabaseSchemaUpdate("create-drop");
    setJobExecutorActivate(false);
    setBeans(BEANS);
    setHistory(HISTORY_FULL);
    setEnforceHistoryTimeToLive(true);
    setHistoryRemovalTimeStrategy(HISTORY_REMOVAL_TIME_STRATEGY_END);
    setAuthorizationEnabled(true);
    setAuthorizationEnabledForCustomCode(false);
    setEnforceSpecificVariablePermission(true);
    setTenantCheckEnabled(false);
    setDefaultNumberOfRetries(5);
    setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT30M,PT2H");
    setEnableExceptionsAfterUnhandledBpmnError(true);
    setSkipOutputMappingOnCanceledActivities(true);
    setCmmnEnabled(false);
    setStandaloneTasksEnabled(false);
    setJavaSerializationFormatEnabled(false);
    setMetricsEnabled(false);
    setTaskMetricsEnabled(false);
    setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new WatchUserTasks())));
  }

  /** On a database that others use, too. */
  public TestEngine(DataSource database) {
    this();
    setDataSource(database);
    setDatabaseSchemaUpdate("true");
  }

  /** Remembers which nodes were passed, for a test that shall pass them all. */
  public TestEngine withCoverage() {
    ProcessCoverageConfigurator.initializeProcessCoverageExtensions(this);
    return this;
  }
}
