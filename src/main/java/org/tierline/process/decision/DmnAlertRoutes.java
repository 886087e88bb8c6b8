package org.tierline.process.decision;

import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.tierline.agent.TeamId;
import org.tierline.escalation.AlertRoutes;
import org.tierline.ticket.Category;
import org.tierline.ticket.Priority;

/** The decision table {@code DetermineAlerts}. */
@ApplicationScoped
public class DmnAlertRoutes implements AlertRoutes {

  static final String KEY = "DetermineAlerts";

  private final DeployedTables tables;

  @Inject
  public DmnAlertRoutes(DeployedTables tables) {
    this.tables = tables;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DmnAlertRoutes() {
    this(null);
  }

  @Override
  public Set<TeamId> teamsToAlert(Category category, Priority priority) {
    return teamsToAlert(category, priority, tables.latest(KEY));
  }

  static Set<TeamId> teamsToAlert(Category category, Priority priority, DecisionTable table) {
    return table.rowsFor(Map.of("category", category.code(), "priority", priority.name())).stream()
        .map(row -> new TeamId(row.output("team")))
        .collect(toCollection(LinkedHashSet::new));
  }
}
