package org.tierline.process.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.tierline.customer.Plan;
import org.tierline.sla.SlaPolicies;
import org.tierline.sla.SlaPolicy;
import org.tierline.ticket.Priority;

/** The decision table {@code DetermineSlaPolicy}. */
@ApplicationScoped
public class DmnSlaPolicies implements SlaPolicies {

  static final String KEY = "DetermineSlaPolicy";

  private final DeployedTables tables;

  @Inject
  public DmnSlaPolicies(DeployedTables tables) {
    this.tables = tables;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DmnSlaPolicies() {
    this(null);
  }

  @Override
  public SlaPolicy policyFor(Plan plan, Priority priority) {
    return policyFor(plan, priority, tables.latest(KEY));
  }

  static SlaPolicy policyFor(Plan plan, Priority priority, DecisionTable table) {
    DecisionTable.Row row = table.rowFor(Map.of("plan", plan.name(), "priority", priority.name()));
    return new SlaPolicy(
        "%s, row %s".formatted(table.name(), row.id()),
        Duration.parse(row.output("firstResponse")),
        Duration.parse(row.output("resolution")),
        Duration.parse(row.output("warnBefore")));
  }
}
