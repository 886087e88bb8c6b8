package org.tierline.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine's last community release evaluates expressions hidden in the "or" part of a task query
 * (CVE-2026-109432). Every way in that is known has a test here.
 */
class ExpressionGuardTest {

  private static final String HARMLESS = "${now()}";
  private static final String ATTACK = "${'abc'.getClass().getName()}";

  private static ProcessEngine engine;
  private static TaskService tasks;
  private static FilterService filters;

  @BeforeAll
  static void startEngine() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("guarded");
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setJobExecutorActivate(false);
    configuration.setEnableExpressionsInStoredQueries(true);
    configuration.setFilterService(new FilterGuard());
    configuration.setCustomPreCommandInterceptorsTxRequired(
        new ArrayList<>(List.of(new QueryGuard())));
    configuration.setExpressionManager(
        new JuelExpressionManager() {
          @Override
          protected ELResolver createElResolver() {
            CompositeELResolver resolvers = new CompositeELResolver();
            resolvers.add(new ReflectionGuard());
            resolvers.add(super.createElResolver());
            return resolvers;
          }
        });
    engine = configuration.buildProcessEngine();
    tasks = engine.getTaskService();
    filters = engine.getFilterService();
    Task task = tasks.newTask();
    task.setAssignee("ana");
    tasks.saveTask(task);
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @Test
  void refusesAnExpressionInAQuery() {
    assertRefused(() -> tasks.createTaskQuery().dueBeforeExpression(HARMLESS).list());
  }

  @Test
  void refusesAnExpressionInTheOrPartOfAQuery() {
    TaskQuery query = tasks.createTaskQuery().or().taskAssigneeExpression(ATTACK).endOr();

    assertRefused(query::list);
    assertRefused(query::count);
    assertRefused(() -> query.listPage(0, 1));
    assertRefused(query::singleResult);
  }

  @Test
  void refusesAnExpressionAddedToAFilter() {
    String all = saved(tasks.createTaskQuery()).getId();
    TaskQuery plain = tasks.createTaskQuery().taskAssigneeExpression(ATTACK);
    TaskQuery hidden = tasks.createTaskQuery().or().taskAssigneeExpression(ATTACK).endOr();

    for (TaskQuery query : List.of(plain, hidden)) {
      assertRefused(() -> filters.list(all, query));
      assertRefused(() -> filters.listPage(all, query, 0, 1));
      assertRefused(() -> filters.singleResult(all, query));
      assertRefused(() -> filters.count(all, query));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ATTACK,
        "${currentUser().getClass()}",
        "${currentUser()}${ticketBean.close()}",
        "x${currentUser()}",
        "${dateTime().plusHours(2).getChronology()}",
        "${execution}",
      })
  void storesNoFilterWithAnyOtherExpression(String expression) {
    assertRefused(() -> saved(tasks.createTaskQuery().taskAssigneeExpression(expression)));
    assertRefused(
        () -> saved(tasks.createTaskQuery().or().taskAssigneeExpression(expression).endOr()));
  }

  @Test
  void storesTheFiltersTasklistIsUsedWith() {
    engine.getIdentityService().setAuthenticatedUserId("ana");
    try {
      Filter mine = saved(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
      Filter soon =
          saved(
              tasks
                  .createTaskQuery()
                  .dueAfterExpression("${now()}")
                  .dueBeforeExpression("${dateTime().plusHours(2)}"));

      assertThat(filters.list(mine.getId())).hasSize(1);
      assertThat(filters.list(soon.getId())).isEmpty();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  @Test
  void leavesQueriesWithoutExpressionsAlone() {
    assertThat(tasks.createTaskQuery().or().taskAssignee("ana").endOr().list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${'abc'.getClass()}",
        "${'abc'.class}",
        "${type.getName()}",
        "${type.forName('java.lang.Runtime')}",
        "${loader.loadClass('java.lang.Runtime')}",
        "${thread.getContextClassLoader()}",
        "${file.delete()}",
      })
  void keepsExpressionsOfModelsAwayFromTheMachine(String expression) {
    Throwable refusal =
        catchThrowable(() -> ExpressionProbe.evaluate(engine, expression, machine()));

    assertThat(refusal).hasStackTraceContaining("Not allowed in an expression");
  }

  @Test
  void letsExpressionsOfModelsUseValues() {
    assertThatCode(() -> ExpressionProbe.evaluate(engine, "${'abc'.length()}", machine()))
        .doesNotThrowAnyException();
  }

  private static Map<String, Object> machine() {
    return Map.of(
        "type",
        String.class,
        "loader",
        ExpressionGuardTest.class.getClassLoader(),
        "thread",
        Thread.currentThread(),
        "file",
        new File("nowhere"));
  }

  private static Filter saved(TaskQuery query) {
    Filter filter = filters.newTaskFilter(UUID.randomUUID().toString());
    filter.setQuery(query);
    return filters.saveFilter(filter);
  }

  private static void assertRefused(Runnable attempt) {
    assertThatExceptionOfType(BadUserRequestException.class).isThrownBy(attempt::run);
  }
}
