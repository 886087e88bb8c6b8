package org.tierline.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl.HISTORY_REMOVAL_TIME_STRATEGY_END;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What the engine is told before it starts, against what it would do by itself. */
class EngineConfigurationTest {

  private final DefaultJobExecutor jobs = new DefaultJobExecutor();
  private final EngineConfiguration engine =
      new EngineConfiguration(new JdbcDataSource(), jobs, "node-1", List.of());

  @Test
  void everyRightIsChecked() {
    assertThat(engine.isAuthorizationEnabled()).isTrue();
    assertThat(engine.isAuthorizationEnabledForCustomCode()).isFalse();
    assertThat(engine.isEnforceSpecificVariablePermission()).isTrue();
    assertThat(engine.getDefaultUserPermissionForTask()).isEqualTo(Permissions.TASK_WORK);
    assertThat(engine.getResourceAuthorizationProvider()).isInstanceOf(NoRightsPerTask.class);
    assertThat(engine.getAdminGroups()).containsExactly(Groups.ADMINISTRATORS);
    assertThat(engine.getAdminUsers()).isNullOrEmpty();
  }

  @Test
  void passwordsAreHashedSlowlyAndMayNotBeSimple() {
    assertThat(engine.getPasswordEncryptor()).isInstanceOf(BcryptPasswords.class);
    assertThat(engine.isEnablePasswordPolicy()).isTrue();
    assertThat(engine.getLoginMaxAttempts()).isEqualTo(5);
  }

  @Test
  void expressionsInQueriesAreRefusedButForThoseTheGuardsLetThrough() {
    assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
    assertThat(engine.isEnableExpressionsInStoredQueries()).isTrue();
    assertThat(engine.getFilterService()).isInstanceOf(FilterGuard.class);
    assertThat(engine.getCustomPreCommandInterceptorsTxRequired())
        .hasExactlyElementsOfTypes(QueryGuard.class);
    assertThat(engine.getCustomPreCommandInterceptorsTxRequiresNew())
        .hasExactlyElementsOfTypes(QueryGuard.class);
    assertThat(engine.getExpressionManager()).isInstanceOf(GuardedExpressions.class);
  }

  @Test
  void nothingForeignIsExecutedReadOrFetched() {
    assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
    assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
    assertThat(engine.isEnableXxeProcessing()).isFalse();
    assertThat(engine.isEnableScriptEngineLoadExternalResources()).isFalse();
    assertThat(engine.isConfigureScriptEngineHostAccess()).isFalse();
    assertThat(engine.isEnableFetchScriptEngineFromProcessApplication()).isFalse();
    assertThat(engine.isAutoStoreScriptVariables()).isFalse();
    assertThat(engine.isCmmnEnabled()).isFalse();
    assertThat(engine.isStandaloneTasksEnabled()).isFalse();
    assertThat(engine.getProcessEnginePlugins()).isEmpty();
  }

  @Test
  void historyEndsAndJobsAreDoneByWhoeverHasTheirModels() {
    assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
    assertThat(engine.getHistoryRemovalTimeStrategy()).isEqualTo(HISTORY_REMOVAL_TIME_STRATEGY_END);
    assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
    assertThat(engine.isJobExecutorDeploymentAware()).isTrue();
    assertThat(engine.isEnableReducedJobExceptionLogging()).isTrue();
    assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
    assertThat(engine.isMetricsEnabled()).isFalse();
    assertThat(engine.isTaskMetricsEnabled()).isFalse();
  }

  /** ADR 26 says why these are not what a hardening list asks for. */
  @Test
  void deviatesWhereTheDeskHasAReason() {
    assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("true");
    assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2000);
    assertThat(engine.isTenantCheckEnabled()).isFalse();
  }
}
