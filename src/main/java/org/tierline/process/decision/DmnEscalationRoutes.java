package org.tierline.process.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.tierline.agent.TeamId;
import org.tierline.escalation.EscalationRoutes;
import org.tierline.ticket.Category;

/** The decision table {@code DetermineEscalationRoute}. */
@ApplicationScoped
public class DmnEscalationRoutes implements EscalationRoutes {

  static final String KEY = "DetermineEscalationRoute";

  private final DeployedTables tables;

  @Inject
  public DmnEscalationRoutes(DeployedTables tables) {
    this.tables = tables;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DmnEscalationRoutes() {
    this(null);
  }

  @Override
  public TeamId routeFor(TeamId from, Category category) {
    return routeFor(from, category, tables.latest(KEY));
  }

  static TeamId routeFor(TeamId from, Category category, DecisionTable table) {
    return new TeamId(
        table.rowFor(Map.of("team", from.value(), "category", category.code())).output("helper"));
  }
}
