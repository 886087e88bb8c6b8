package org.tierline.process.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.tierline.sla.SlaPolicies;
import org.tierline.sla.SlaPolicy;
import org.tierline.sla.SlaTarget;

/** The decision table {@code DetermineSlaPolicy}. */
@ApplicationScoped
public class DmnSlaPolicies implements SlaPolicies {

  static final String KEY = "DetermineSlaPolicy";

  private static final Map<SlaTarget, String> COLUMNS =
      Map.of(
          SlaTarget.FIRST_RESPONSE, "firstResponse",
          SlaTarget.NEXT_RESPONSE, "nextResponse",
          SlaTarget.RESOLUTION, "resolution",
          SlaTarget.CUSTOMER_UPDATE, "keepInformed");

  private static final Duration USUAL_WARNING = Duration.ofMinutes(30);

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
  public SlaPolicy policyFor(Request request) {
    return policyFor(request, tables.latest(KEY));
  }

  static SlaPolicy policyFor(Request request, DecisionTable table) {
    DecisionTable.Row row =
        table.rowFor(
            Map.of(
                "plan", request.plan().name(),
                "priority", request.priority().name(),
                "category", request.category().code(),
                "brand", request.brand()));
    Map<SlaTarget, Duration> targets = new EnumMap<>(SlaTarget.class);
    COLUMNS.forEach(
        (target, column) -> {
          if (row.outputs().containsKey(column)) { // an empty cell promises nothing
            targets.put(target, Duration.parse(row.output(column)));
          }
        });
    return new SlaPolicy(
        "%s, row %s".formatted(table.name(), row.id()),
        row.output("calendar"),
        isBusinessTime(row),
        targets,
        row.outputs().containsKey("warnBefore")
            ? Duration.parse(row.output("warnBefore"))
            : USUAL_WARNING,
        row.output("ladder"),
        Boolean.parseBoolean(row.output("pausesWithEngineering")));
  }

  private static boolean isBusinessTime(DecisionTable.Row row) {
    return switch (row.output("time")) {
      case "BUSINESS" -> true;
      case "CALENDAR" -> false;
      default ->
          throw new IllegalStateException(
              "Row %s measures in %s, which is neither BUSINESS nor CALENDAR"
                  .formatted(row.id(), row.output("time")));
    };
  }
}
