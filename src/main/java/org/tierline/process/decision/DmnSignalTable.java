package org.tierline.process.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tierline.triage.Signal;
import org.tierline.triage.SignalTable;
import org.tierline.triage.Signals;
import org.tierline.triage.Wording;

/** The decision table {@code DetectSignals}. */
@ApplicationScoped
public class DmnSignalTable implements SignalTable {

  static final String KEY = "DetectSignals";

  private static final String TEXT = "text";

  private static final Pattern QUESTION =
      Pattern.compile("(\\w+)\\s*\\(\\s*" + TEXT + "\\s*,\\s*\"([^\"]+)\"\\s*\\)");

  private final DeployedTables tables;

  @Inject
  public DmnSignalTable(DeployedTables tables) {
    this.tables = tables;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DmnSignalTable() {
    this(null);
  }

  @Override
  public Signals signalsIn(String text) {
    return signalsIn(text, tables.latest(KEY));
  }

  static Signals signalsIn(String text, DecisionTable table) {
    Wording wording = table.functions().wording(text);
    return new Signals(
        table.name(),
        table.rowsFor(Map.of(TEXT, text)).stream()
            .map(
                row ->
                    new Signal(
                        row.output("signal"), evidence(table.cellsOf(row), wording), row.id()))
            .toList());
  }

  /** What was heard of the phrases a row asks for. */
  private static String evidence(String cells, Wording wording) {
    return QUESTION
        .matcher(cells)
        .results()
        .flatMap(
            question -> {
              Wording.Way way = WordingFunctions.WAYS.get(question.group(1));
              return way == null ? Stream.empty() : wording.hear(way, question.group(2)).stream();
            })
        .findFirst()
        .orElse(cells);
  }
}
