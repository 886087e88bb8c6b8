package org.tierline.process.decision;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One version of a decision table, ready to be asked. */
final class DecisionTable {

  /**
   * A row that fits.
   *
   * @param outputs the values of its output columns by name
   */
  record Row(String id, Map<String, String> outputs) {

    String output(String name) {
      return Optional.ofNullable(outputs.get(name))
          .orElseThrow(() -> new IllegalStateException("Row " + id + " says nothing on " + name));
    }
  }

  private final DecisionTables tables;
  private final String name;
  private final DmnModelInstance model;
  private final DmnDecision decision;

  DecisionTable(DecisionTables tables, String name, DmnModelInstance model, DmnDecision decision) {
    this.tables = tables;
    this.name = name;
    this.model = model;
    this.decision = decision;
  }

  /** The decision and its version, such as {@code DetectSignals v3}. */
  String name() {
    return name;
  }

  WordingFunctions functions() {
    return tables.functions();
  }

  /** The rows that fit, as the table's hit policy has it. */
  List<Row> rowsFor(Map<String, Object> variables) {
    return tables.evaluate(decision, variables).stream().map(DecisionTable::row).toList();
  }

  /**
   * The row that fits.
   *
   * @throws IllegalStateException if none does: a gap that the table's owner has to close
   */
  Row rowFor(Map<String, Object> variables) {
    return rowsFor(variables).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No row of " + name + " fits " + variables));
  }

  List<String> rowIds() {
    return model.getModelElementsByType(Rule.class).stream().map(Rule::getId).toList();
  }

  private static Row row(DmnEvaluatedDecisionRule rule) {
    return new Row(
        rule.getId(),
        rule.getOutputEntries().entrySet().stream()
            .filter(output -> output.getValue().getValue().getValue() != null)
            .collect(
                toUnmodifiableMap(
                    Map.Entry::getKey,
                    output -> output.getValue().getValue().getValue().toString())));
  }

  /** What a row asks for, as its author wrote it. */
  String cellsOf(Row row) {
    Rule rule = model.getModelElementById(row.id());
    return rule.getInputEntries().stream()
        .map(InputEntry::getTextContent)
        .map(String::strip)
        .collect(joining(", "));
  }
}
