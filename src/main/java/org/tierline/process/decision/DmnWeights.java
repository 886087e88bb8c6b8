package org.tierline.process.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tierline.assignment.Weights;
import org.tierline.ticket.Category;
import org.tierline.ticket.Priority;

/**
 * The decision table {@code DetermineWeight}. Whoever assigns holds up others meanwhile, so each
 * version is asked only once for each kind of ticket.
 */
@ApplicationScoped
public class DmnWeights implements Weights {

  static final String KEY = "DetermineWeight";

  private record Kind(String version, Category category, Priority priority) {}

  private final DeployedTables tables;
  private final Map<Kind, Integer> weighed = new ConcurrentHashMap<>();

  @Inject
  public DmnWeights(DeployedTables tables) {
    this.tables = tables;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DmnWeights() {
    this(null);
  }

  @Override
  public Scale scale() {
    DecisionTable table = tables.latest(KEY);
    return (category, priority) ->
        weighed.computeIfAbsent(
            new Kind(table.name(), category, priority), kind -> weigh(category, priority, table));
  }

  static int weigh(Category category, Priority priority, DecisionTable table) {
    return Integer.parseInt(
        table
            .rowFor(Map.of("category", category.code(), "priority", priority.name()))
            .output("weight"));
  }
}
