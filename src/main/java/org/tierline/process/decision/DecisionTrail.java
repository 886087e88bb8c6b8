package org.tierline.process.decision;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;

/** Says which rows of which versions decided in a process, for the ticket's history. */
@ApplicationScoped
public class DecisionTrail {

  private final HistoryService history;
  private final RepositoryService repository;

  @Inject
  public DecisionTrail(HistoryService history, RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DecisionTrail() {
    this(null, null);
  }

  /** Such as {@code category BUG by DetermineCategory v2, row DetermineCategory_Bug}. */
  public String of(String processInstanceId) {
    return history
        .createHistoricDecisionInstanceQuery()
        .processInstanceId(processInstanceId)
        .includeOutputs()
        .disableBinaryFetching()
        .orderByEvaluationTime()
        .asc()
        .list()
        .stream()
        .map(this::words)
        .collect(joining("; "));
  }

  private String words(HistoricDecisionInstance decision) {
    int version = repository.getDecisionDefinition(decision.getDecisionDefinitionId()).getVersion();
    List<HistoricDecisionOutputInstance> outputs = decision.getOutputs();
    String table = "%s v%d".formatted(decision.getDecisionDefinitionKey(), version);
    return outputs.isEmpty()
        ? table + " gave nothing"
        : outputs.stream()
            .map(
                output ->
                    "%s %s by %s, row %s"
                        .formatted(
                            output.getVariableName(), output.getValue(), table, output.getRuleId()))
            .collect(joining("; "));
  }
}
