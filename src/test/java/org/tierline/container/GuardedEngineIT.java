package org.tierline.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tierline.container.BesideTheDesk.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * The engine that is shipped runs nobody's expressions, whoever asks it: the gate before Tasklist's
 * REST is only the first of two.
 */
@InContainerTest
class GuardedEngineIT {

  private static final String ATTACK = "${'abc'.getClass().getName()}";

  @Deployment
  static WebArchive besideTheDesk() {
    return BesideTheDesk.archive();
  }

  @Test
  void refusesAnExpressionInAQuery() {
    assertRefused(() -> tasks().taskAssigneeExpression("${now()}").count());
  }

  @Test
  void refusesAnExpressionInTheOrPartOfAQuery() {
    TaskQuery query = tasks().or().taskAssigneeExpression(ATTACK).endOr();

    assertRefused(query::list);
    assertRefused(query::count);
  }

  @Test
  void storesNoFilterWithAnExpressionOfItsOwn() {
    Filter filter = engine().getFilterService().newTaskFilter("Evil");
    filter.setQuery(tasks().or().taskAssigneeExpression(ATTACK).endOr());

    assertRefused(() -> engine().getFilterService().saveFilter(filter));
  }

  @Test
  void keepsExpressionsOfModelsAwayFromTheMachine() {
    Throwable refusal = catchThrowable(() -> evaluate(ATTACK));

    assertThat(refusal).hasStackTraceContaining("Not allowed in an expression");
    assertThat(evaluate("${'abc'.length()}")).isEqualTo(3);
  }

  private static TaskQuery tasks() {
    return engine().getTaskService().createTaskQuery();
  }

  /** As the engine does it for an expression in a model. */
  private static Object evaluate(String expression) {
    var configuration = (ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration();
    var expressions = (JuelExpressionManager) configuration.getExpressionManager();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                expressions
                    .createValueExpression(expression)
                    .getValue(
                        expressions.createElContext(
                            Variables.createVariables().asVariableContext())));
  }

  private static void assertRefused(Runnable attempt) {
    assertThatExceptionOfType(BadUserRequestException.class).isThrownBy(attempt::run);
  }
}
