package org.tierline.process.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tierline.customer.Plan;

/**
 * Scores the triage tables against texts of real customers. Takes the folder of the text
 * collections as its argument; each one that is missing is skipped. A second argument limits how
 * many texts of each collection are read.
 *
 * <p>None of the collections was labelled with our categories. What they do tell: whether intents
 * that mean money or access are heard as such, how many false alarms there are among thousands of
 * requests of which none reports an outage or lost data, and what triage costs.
 */
final class TriageEvaluation {

  private static final Map<String, Set<String>> BANKING_INTENTS =
      Map.of(
          "BILLING",
          Set.of(
              "Refund_not_showing_up",
              "card_payment_fee_charged",
              "card_payment_not_recognised",
              "cash_withdrawal_charge",
              "direct_debit_payment_not_recognised",
              "exchange_charge",
              "extra_charge_on_statement",
              "request_refund",
              "top_up_by_bank_transfer_charge",
              "top_up_by_card_charge",
              "transaction_charged_twice",
              "transfer_fee_charged"),
          "ACCOUNT_ACCESS",
          Set.of("passcode_forgotten", "pin_blocked"));

  private final Path folder;
  private final int most;
  private final PrintStream out;

  TriageEvaluation(Path folder, int most, PrintStream out) {
    this.folder = folder;
    this.most = most;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    int most = args.length > 1 ? Integer.parseInt(args[1]) : Integer.MAX_VALUE;
    new TriageEvaluation(Path.of(args[0]), most, System.out).run();
  }

  /** Returns how many false alarms there were among a thousand requests. */
  double run() throws IOException {
    speed();
    double falseAlarms = Math.max(banking("banking77/train.csv"), banking("banking77/test.csv"));
    shares(
        "it-tickets/all_tickets.csv",
        row -> row.get("title") + "\n\n" + row.get("body"),
        row -> row.get("ticket_type").equals("0") ? "incident" : "request");
    shares(
        "airline-tweets/Tweets.csv", row -> row.get("text"), row -> row.get("airline_sentiment"));
    return falseAlarms;
  }

  private void speed() {
    String line = "2026-11-23 09:00:00,000 INFO data is not missing, no error, system up\n";
    String mail = line.repeat(100_000 / line.length());
    int rows = TriageTables.table(DmnSignalTable.KEY).rowIds().size();
    for (int i = 0; i < 200; i++) {
      TriageTables.signalsIn("Our system is slow, how do I get it going again? " + i);
    }
    out.printf(
        Locale.ROOT,
        "%s: %d rows, a short mail %d µs (%d µs per row), a mail of 100 kB %d µs%n",
        TriageTables.table(DmnSignalTable.KEY).name(),
        rows,
        micros("Our system is slow, how do I get it going again?"),
        micros("Our system is slow, how do I get it going again?") / rows,
        micros(mail));
  }

  private static long micros(String text) {
    int times = 50;
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      TriageTables.signalsIn(text + i); // each one is new, as mails are
    }
    return (System.nanoTime() - start) / 1_000 / times;
  }

  private double banking(String file) throws IOException {
    Map<String, int[]> hits = new TreeMap<>();
    Map<String, int[]> alarms = new TreeMap<>();
    int total = 0;
    for (Map<String, String> row : read(file)) {
      String category = TriageTables.triage(row.get("text"), Plan.STANDARD).category();
      total++;
      alarms.computeIfAbsent(category, c -> new int[1])[0]++;
      BANKING_INTENTS.forEach(
          (expected, intents) -> {
            if (intents.contains(row.get("category"))) {
              int[] hit = hits.computeIfAbsent(expected, c -> new int[2]);
              hit[0] += category.equals(expected) ? 1 : 0;
              hit[1]++;
            }
          });
    }
    if (total == 0) {
      return 0;
    }
    out.printf("%s: %d requests%n", file, total);
    hits.forEach(
        (category, hit) ->
            out.printf(
                Locale.ROOT,
                "  %s heard in %d of %d requests of its intents (%.3f)%n",
                category,
                hit[0],
                hit[1],
                (double) hit[0] / hit[1]));
    int falseAlarms =
        alarms.getOrDefault("OUTAGE", new int[1])[0]
            + alarms.getOrDefault("DATA_LOSS", new int[1])[0];
    double perThousand = 1_000.0 * falseAlarms / total;
    out.printf(
        Locale.ROOT,
        "  OUTAGE or DATA_LOSS heard in %d, none is labelled so (%.2f per thousand)%n",
        falseAlarms,
        perThousand);
    return perThousand;
  }

  private void shares(
      String file,
      Function<Map<String, String>, String> text,
      Function<Map<String, String>, String> label)
      throws IOException {
    Map<String, Map<String, Integer>> shares = new TreeMap<>();
    for (Map<String, String> row : read(file)) {
      String category = TriageTables.triage(text.apply(row), Plan.STANDARD).category();
      shares
          .computeIfAbsent(label.apply(row), l -> new TreeMap<>())
          .merge(category, 1, Integer::sum);
    }
    if (!shares.isEmpty()) {
      out.println(file);
      shares.forEach((name, counts) -> out.printf("  %s: %s%n", name, counts));
    }
  }

  private List<Map<String, String>> read(String file) throws IOException {
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      out.println(file + " is not there, skipped");
      return List.of();
    }
    List<List<String>> lines = cells(new String(Files.readAllBytes(path), UTF_8));
    List<String> names = lines.get(0);
    int step = Math.max(1, lines.size() / most);
    return IntStream.iterate(1, i -> i < lines.size(), i -> i + step)
        .mapToObj(lines::get)
        .filter(line -> line.size() == names.size())
        .map(
            line -> {
              Map<String, String> row = new LinkedHashMap<>();
              for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), line.get(i));
              }
              return row;
            })
        .toList();
  }

  /** Comma-separated values as RFC 4180 has them. */
  private static List<List<String>> cells(String csv) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append(csv.charAt(++i));
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        line.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!line.isEmpty() || !cell.isEmpty()) {
      line.add(cell.toString());
      lines.add(line);
    }
    return lines;
  }
}
