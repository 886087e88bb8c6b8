package org.tierline.process.decision;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * Reads and evaluates decision tables beside the process engine, without a trace in its history.
 */
final class DecisionTables {

  private final WordingFunctions functions;
  private final DmnEngine engine;

  /** The engine tells which rows matched to listeners only, on the thread that asks. */
  private final ThreadLocal<List<DmnEvaluatedDecisionRule>> matched =
      ThreadLocal.withInitial(List::of);

  DecisionTables(WordingFunctions functions) {
    this.functions = functions;
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelCustomFunctionProviders(List.of(functions));
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::remember));
    this.engine = configuration.buildEngine();
  }

  private void remember(DmnDecisionTableEvaluationEvent event) {
    matched.set(List.copyOf(event.getMatchingRules()));
  }

  DecisionTable read(String key, int version, InputStream dmn) {
    DmnModelInstance model = Dmn.readModelFromStream(dmn);
    return new DecisionTable(this, key + " v" + version, model, engine.parseDecision(key, model));
  }

  WordingFunctions functions() {
    return functions;
  }

  List<DmnEvaluatedDecisionRule> evaluate(DmnDecision decision, Map<String, Object> variables) {
    try {
      engine.evaluateDecisionTable(decision, variables);
      return matched.get();
    } finally {
      matched.remove();
    }
  }
}
