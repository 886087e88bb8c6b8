package org.tierline.process.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.process.worklist.WatchUserTasks;

/**
 * How the desk runs the engine: in the container's transactions, on the desk's database, with every
 * right checked and nothing executed that did not come with a model.
 */
class EngineConfiguration extends JakartaTransactionProcessEngineConfiguration {

  /**
   * A dead node's jobs are another's after this time. Longer than a transaction may take, or two
   * threads would do one job.
   */
  static final Duration LOCK_TIME = Duration.ofMinutes(2);

  EngineConfiguration(
      DataSource database,
      JobExecutor jobs,
      String node,
      List<FeelCustomFunctionProvider> decisionFunctions) {
    setProcessEngineName("default");
    setDataSource(database);
    setTransactionManagerJndiName("java:jboss/TransactionManager");
    setTransactionsExternallyManaged(true);
    setDatabaseSchemaUpdate("true");
    // numbers from a table would cost a transaction per ticket, and all nodes fight for their row
    setIdGenerator(new StrongUuidGenerator());
    setDmnFeelCustomFunctionProviders(new ArrayList<>(decisionFunctions));
    workOffJobs(jobs, node);
    keepHistory();
    checkRights();
    executeNothingForeign();
    setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new WatchUserTasks())));
    // a refusal nobody modelled must not end a ticket in silence
    setEnableExceptionsAfterUnhandledBpmnError(true);
    setSkipOutputMappingOnCanceledActivities(true);
    setCmmnEnabled(false);
    setStandaloneTasksEnabled(false);
    // Tasklist asks for that many
    setQueryMaxResultsLimit(2000);
    setMetricsEnabled(false);
    setTaskMetricsEnabled(false);
  }

  private void workOffJobs(JobExecutor jobs, String node) {
    JobPace.apply(this, jobs);
    jobs.setLockTimeInMillis((int) LOCK_TIME.toMillis());
    jobs.setLockOwner(node);
    setJobExecutor(jobs);
    // started by the process application: before it is deployed no expression finds its bean
    setJobExecutorActivate(false);
    setJobExecutorDeploymentAware(true);
    setDefaultNumberOfRetries(5);
    setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT30M,PT2H");
    setEnableReducedJobExceptionLogging(true);
  }

  private void keepHistory() {
    setHistory(HISTORY_FULL);
    setEnforceHistoryTimeToLive(true);
    setHistoryCleanupStrategy(HISTORY_CLEANUP_STRATEGY_REMOVAL_TIME_BASED);
    setHistoryRemovalTimeStrategy(HISTORY_REMOVAL_TIME_STRATEGY_END);
    setHistoryCleanupBatchWindowStartTime("01:00");
    setHistoryCleanupBatchWindowEndTime("05:00");
  }

  private void checkRights() {
    setAuthorizationEnabled(true);
    setAuthorizationEnabledForCustomCode(false);
    setEnforceSpecificVariablePermission(true);
    setDefaultUserPermissionForTask(Permissions.TASK_WORK);
    setResourceAuthorizationProvider(new NoRightsPerTask());
    setAdminGroups(List.of(Groups.ADMINISTRATORS));
    setTenantCheckEnabled(false);
    setPasswordEncryptor(new BcryptPasswords());
    // bcrypt salts each password itself; the server's login reads the same hash and knows no other
    setSaltGenerator(() -> "");
    setEnablePasswordPolicy(true);
    setLoginMaxAttempts(5);
    allowOurNames(this);
  }

  /** The engine's own pattern knows neither ana.almeida nor night-shift. */
  static void allowOurNames(ProcessEngineConfigurationImpl engine) {
    engine.setUserResourceWhitelistPattern(AgentId.FORM);
    engine.setGroupResourceWhitelistPattern(TeamId.FORM);
  }

  private void executeNothingForeign() {
    setEnableExpressionsInAdhocQueries(false);
    // those few that FilterGuard lets through
    setEnableExpressionsInStoredQueries(true);
    setFilterService(new FilterGuard());
    setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(new QueryGuard())));
    setCustomPreCommandInterceptorsTxRequiresNew(new ArrayList<>(List.of(new QueryGuard())));
    setExpressionManager(new GuardedExpressions());
    setJavaSerializationFormatEnabled(false);
    setDeserializationTypeValidationEnabled(true);
    setEnableXxeProcessing(false);
    setEnableScriptEngineLoadExternalResources(false);
    setConfigureScriptEngineHostAccess(false);
    setEnableFetchScriptEngineFromProcessApplication(false);
    setAutoStoreScriptVariables(false);
  }
}
