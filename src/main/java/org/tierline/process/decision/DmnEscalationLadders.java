package org.tierline.process.decision;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tierline.sla.Hearer;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.ladder.EscalationLadders;
import org.tierline.sla.ladder.Ladder;
import org.tierline.sla.ladder.LadderStep;
import org.tierline.sla.ladder.StepAction;

/** The decision table {@code DetermineEscalationLadder}. */
@ApplicationScoped
public class DmnEscalationLadders implements EscalationLadders {

  static final String KEY = "DetermineEscalationLadder";

  private final DeployedTables tables;

  @Inject
  public DmnEscalationLadders(DeployedTables tables) {
    this.tables = tables;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DmnEscalationLadders() {
    this(null);
  }

  @Override
  public Ladder ladder(String name) {
    return ladder(name, tables.latest(KEY));
  }

  static Ladder ladder(String name, DecisionTable table) {
    Map<SlaTarget, List<LadderStep>> steps = new EnumMap<>(SlaTarget.class);
    for (SlaTarget target : SlaTarget.values()) {
      steps.put(
          target,
          table.rowsFor(Map.of("ladder", name, "target", target.name())).stream()
              .map(row -> step(row, table))
              .toList());
    }
    return new Ladder(name, steps);
  }

  private static LadderStep step(DecisionTable.Row row, DecisionTable table) {
    return new LadderStep(
        "%s, row %s".formatted(table.name(), row.id()),
        row.output("when"),
        hearers(row.output("tell")),
        Set.of(StepAction.valueOf(row.output("action"))));
  }

  private static Set<Hearer> hearers(String names) {
    return Arrays.stream(names.split("[\\s,]+"))
        .map(name -> Hearer.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(toUnmodifiableSet());
  }
}
