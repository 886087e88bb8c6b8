package org.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.demo.DeskServer;
import org.tierline.demo.RunningDesk;

/** A node dies while it works on a ticket: on a database that nodes share, the ticket goes on. */
class KilledNodeIT {

  private static final int PORT_OFFSET = 600;

  /** Who holds the step that was being taken, and for how many seconds more. */
  private static final String LOCKED =
      "select LOCK_OWNER_, extract(epoch from LOCK_EXP_TIME_ - LOCALTIMESTAMP)"
          + " from ACT_RU_JOB where LOCK_OWNER_ is not null";

  @TempDir Path data;

  private record Lock(String node, Duration left) {}

  @Test
  void itsWorkIsItsOwnWhenItIsBackAndAnothersWhenItStaysAway() throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection database = postgres.getPostgresDatabase().getConnection()) {
      long number = killedAtWork(postgres, database);
      assertThat(lock(database).node()).isEqualTo("north");
      assertThat(lock(database).left()).isBetween(Duration.ZERO, Duration.ofMinutes(2));
      execute(
          database, "update ACT_RU_JOB set LOCK_EXP_TIME_ = LOCK_EXP_TIME_ + interval '1 hour'");

      try (DeskServer north = DeskServer.start(node("north", postgres))) {
        new DeskApi(north).await(number, KilledNodeIT::isWorkedOn);
      }

      long next = killedAtWork(postgres, database);
      execute(
          database, "update ACT_RU_JOB set LOCK_EXP_TIME_ = LOCK_EXP_TIME_ + interval '1 hour'");
      try (DeskServer south = DeskServer.start(node("south", postgres))) {
        assertThat(lock(database).node()).isEqualTo("north");
        execute(
            database,
            "update ACT_RU_JOB set LOCK_EXP_TIME_ = LOCK_EXP_TIME_ - interval '62 minutes'");

        new DeskApi(south).await(next, KilledNodeIT::isWorkedOn);
      }
    }
  }

  /** A ticket whose next owner the node was about to choose when it was killed. */
  private long killedAtWork(EmbeddedPostgres postgres, Connection database)
      throws IOException, SQLException {
    DeskServer desk = DeskServer.start(node("north", postgres));
    try (Connection slow = postgres.getPostgresDatabase().getConnection()) {
      slow.setAutoCommit(false);
      execute(slow, "select * from turn for update");
      JsonNode answer =
          new DeskApi(desk).open("carla@customer.example", "My chair squeaks", "Please help.");
      await("a step that cannot go on")
          .atMost(Duration.ofSeconds(30))
          .until(() -> isAtWork(database));
      desk.kill();
      return answer.get("number").asLong();
    } finally {
      desk.kill();
    }
  }

  private static boolean isAtWork(Connection database) throws SQLException {
    try (Statement question = database.createStatement();
        ResultSet answer =
            question.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
      answer.next();
      return answer.getInt(1) > 0;
    }
  }

  private static Lock lock(Connection database) throws SQLException {
    try (Statement question = database.createStatement();
        ResultSet answer = question.executeQuery(LOCKED)) {
      assertThat(answer.next()).as("a locked step").isTrue();
      return new Lock(answer.getString(1), Duration.ofSeconds(answer.getLong(2)));
    }
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private DeskServer.Options node(String name, EmbeddedPostgres postgres) {
    return DeskServer.Options.in(data.resolve(name))
        .withPortOffset(PORT_OFFSET)
        .withStaff(RunningDesk.PASSWORD)
        .withEnvironment("TIERLINE_NODE", name)
        .withPostgres(postgres);
  }

  private static boolean isWorkedOn(JsonNode ticket) {
    return ticket.get("status").asText().equals("OPEN")
        && !ticket.path("assignee").asText("").isEmpty();
  }
}
