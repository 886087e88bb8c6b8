package org.tierline.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierline.demo.DeskServer;

/** A PostgreSQL that writes down every statement it is asked, and in which transaction. */
final class ObservedPostgres implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedPostgres server;
  private final Path log;
  private final Map<String, List<String>> open = new LinkedHashMap<>();
  private int seen;

  /** What one transaction asked, without its begin and commit. */
  record Asked(List<String> statements) {

    boolean mentions(String words) {
      return statements.stream().anyMatch(statement -> statement.contains(words));
    }

    boolean mentionsOnly(String words) {
      return statements.stream().allMatch(statement -> statement.contains(words));
    }
  }

  private ObservedPostgres(EmbeddedPostgres server) throws SQLException {
    this.server = server;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement question = connection.createStatement();
        ResultSet answer =
            question.executeQuery(
                "select current_setting('data_directory') || '/' || pg_current_logfile('jsonlog')")) {
      answer.next();
      this.log = Path.of(answer.getString(1));
    }
  }

  static ObservedPostgres start() {
    try {
      return new ObservedPostgres(
          EmbeddedPostgres.builder()
              .setServerConfig("logging_collector", "on")
              .setServerConfig("log_destination", "jsonlog")
              .setServerConfig("log_rotation_age", "0")
              .setServerConfig("log_rotation_size", "0")
              .setServerConfig("log_statement", "all")
              .setServerConfig("log_parameter_max_length", "0")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not say where its log is", e);
    }
  }

  DeskServer.Options serving(DeskServer.Options desk) {
    return desk.withPostgres(server);
  }

  /** The transactions that ended since the last look, in the order they began. */
  List<Asked> lookAgain() {
    for (JsonNode line : newLines()) {
      String statement = statement(line.path("message").asText());
      if (!statement.isEmpty()) {
        open.computeIfAbsent(line.path("vxid").asText(), any -> new ArrayList<>()).add(statement);
      }
    }
    List<List<String>> ended = open.values().stream().filter(ObservedPostgres::hasEnded).toList();
    open.values().removeAll(ended);
    return ended.stream()
        .map(
            statements ->
                new Asked(
                    statements.stream()
                        .filter(statement -> !statement.matches("BEGIN|COMMIT|ROLLBACK"))
                        .toList()))
        .toList();
  }

  /** A statement without a begin is a transaction of its own. */
  private static boolean hasEnded(List<String> statements) {
    return !statements.get(0).equals("BEGIN")
        || statements.get(statements.size() - 1).matches("COMMIT|ROLLBACK");
  }

  private List<JsonNode> newLines() {
    try {
      // a line without its end is still being written
      String text = Files.readString(log);
      List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
      List<JsonNode> fresh = new ArrayList<>();
      for (String line : lines.subList(seen, lines.size())) {
        fresh.add(JSON.readTree(line));
      }
      seen = lines.size();
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** "execute S_1: select …" and "statement: select …" are statements; the rest is none. */
  private static String statement(String message) {
    return message.matches("(?s)(execute [^:]*|statement): .*")
        ? message.substring(message.indexOf(": ") + 2)
        : "";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
