package org.tierline.process.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.tierline.customer.Plan;
import org.tierline.triage.Signals;

/** The product's decision tables without a process engine. */
final class TriageTables {

  /** What the desk makes of a request. */
  record Triage(Signals signals, String category, String priority, String team) {}

  private static final DecisionTables TABLES = new DecisionTables(new WordingFunctions());

  private static final Map<String, DecisionTable> READ = new ConcurrentHashMap<>();

  private TriageTables() {}

  static DecisionTable table(String key) {
    return READ.computeIfAbsent(key, TriageTables::read);
  }

  /** A table as an analyst has changed it. */
  static DecisionTable edited(String key, UnaryOperator<String> edit) {
    try (InputStream dmn = stored(key)) {
      String changed = edit.apply(new String(dmn.readAllBytes(), UTF_8));
      return TABLES.read(key, 2, new ByteArrayInputStream(changed.getBytes(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stored(String key) {
    return Objects.requireNonNull(
        TriageTables.class.getResourceAsStream("/processes/" + key + ".dmn"), key);
  }

  private static DecisionTable read(String key) {
    try (InputStream dmn = stored(key)) {
      return TABLES.read(key, 1, dmn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Signals signalsIn(String text) {
    return DmnSignalTable.signalsIn(text, table(DmnSignalTable.KEY));
  }

  static Triage triage(String text, Plan plan) {
    Signals signals = signalsIn(text);
    Map<String, Object> variables = new HashMap<>();
    variables.put("signals", signals.codes());
    variables.put("plan", plan.name());
    variables.put("mailboxTeam", "");
    String category = table("DetermineCategory").rowFor(variables).output("category");
    variables.put("category", category);
    String priority = table("DeterminePriority").rowFor(variables).output("priority");
    variables.put("priority", priority);
    String team = table("DetermineRoute").rowFor(variables).output("team");
    return new Triage(signals, category, priority, team);
  }
}
