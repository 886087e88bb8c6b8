package org.tierline.triage;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a request signals, each signal once, in the order of the table.
 *
 * @param table the decision table and its version, such as {@code DetectSignals v3}
 */
public record Signals(String table, List<Signal> found) {

  public Signals {
    Map<String, Signal> first = new LinkedHashMap<>();
    found.forEach(signal -> first.putIfAbsent(signal.code(), signal));
    found = List.copyOf(first.values());
  }

  public boolean has(String code) {
    return found.stream().anyMatch(signal -> signal.code().equals(code));
  }

  /** The codes, separated by single spaces: what the next tables read. */
  public String codes() {
    return codes(found);
  }

  /** Which phrase in which row spoke for each signal; goes into the ticket's history. */
  public String why() {
    if (found.isEmpty()) {
      return "no signals (" + table + ")";
    }
    return found.stream()
        .map(
            signal ->
                "%s because of \"%s\" (%s, row %s)"
                    .formatted(signal.code(), signal.phrase(), table, signal.row()))
        .collect(joining("; "));
  }

  private static String codes(Collection<Signal> signals) {
    return signals.stream().map(Signal::code).collect(joining(" "));
  }
}
