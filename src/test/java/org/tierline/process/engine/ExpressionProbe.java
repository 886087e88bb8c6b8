package org.tierline.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.Variables;

/** Evaluates an expression with the engine's expression manager. */
final class ExpressionProbe {

  private ExpressionProbe() {}

  static Object evaluate(ProcessEngine engine, String expression, Map<String, Object> variables) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    JuelExpressionManager manager = (JuelExpressionManager) configuration.getExpressionManager();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                manager
                    .createValueExpression(expression)
                    .getValue(
                        manager.createElContext(Variables.fromMap(variables).asVariableContext())));
  }
}
