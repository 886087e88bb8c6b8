package org.tierline.process.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/** The tables as the analysts deployed them last; each version is read once. */
@ApplicationScoped
public class DeployedTables {

  private record Known(String definitionId, DecisionTable table) {}

  private final RepositoryService repository;
  private final DecisionTables tables;
  private final Map<String, Known> latest = new ConcurrentHashMap<>();

  @Inject
  public DeployedTables(RepositoryService repository, WordingFunctions functions) {
    this.repository = repository;
    this.tables = new DecisionTables(functions);
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeployedTables() {
    this.repository = null;
    this.tables = null;
  }

  /**
   * @throws IllegalStateException if no such decision is deployed
   */
  DecisionTable latest(String key) {
    DecisionDefinition definition =
        Optional.ofNullable(
                repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult())
            .orElseThrow(() -> new IllegalStateException("No decision " + key + " is deployed"));
    Known known = latest.get(key);
    if (known == null || !known.definitionId().equals(definition.getId())) {
      known = new Known(definition.getId(), read(definition));
      latest.put(key, known);
    }
    return known.table();
  }

  private DecisionTable read(DecisionDefinition definition) {
    try (InputStream dmn = repository.getDecisionModel(definition.getId())) {
      return tables.read(definition.getKey(), definition.getVersion(), dmn);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + definition.getId(), e);
    }
  }
}
