package org.tierline.process.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
      Pattern.compile("(mentions|reports|says)\\s*\\(\\s*" + TEXT + "\\s*,\\s*\"([^\"]+)\"\\s*\\)");

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

  /** The phrase of a row that was heard; a row may ask for several. */
  private static String evidence(String cells, Wording wording) {
    return QUESTION
        .matcher(cells)
        .results()
        .filter(question -> holds(question, wording))
        .map(question -> question.group(2))
        .findFirst()
        .orElse(cells);
  }

  private static boolean holds(MatchResult question, Wording wording) {
    String phrase = question.group(2);
    return switch (question.group(1)) {
      case "mentions" -> wording.mentions(phrase);
      case "reports" -> wording.reports(phrase);
      default -> wording.says(phrase);
    };
  }
}
