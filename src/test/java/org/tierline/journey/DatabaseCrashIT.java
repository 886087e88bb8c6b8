package org.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.demo.DemoMailbox;
import org.tierline.demo.DeskServer;
import org.tierline.demo.RunningDesk;

/**
 * The database dies again and again while mails are taken in and comes back by itself; the desk
 * goes on without being restarted, and no mail is lost or doubled.
 */
class DatabaseCrashIT {

  private static final int PORT_OFFSET = 600;
  private static final int CRASHES = 4;
  private static final int MAILS_EACH_TIME = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private final DemoMailbox mailbox = DemoMailbox.start(PORT_OFFSET);
  private final List<CustomerMail> customers = new ArrayList<>();

  @AfterEach
  void stop() {
    mailbox.close();
  }

  @Test
  void theDeskGoesOnWithADatabaseThatCameBack() throws IOException, SQLException {
    try (EmbeddedPostgres postgres = database().start();
        DeskServer desk = DeskServer.start(desk(postgres))) {
      for (int i = 1; i <= CRASHES; i++) {
        write();
        int begun = (i - 1) * MAILS_EACH_TIME;
        await("the first of these mails")
            .atMost(PATIENCE)
            .until(() -> count(postgres, "inbound_message") > begun);
        crash(postgres);
      }

      await("acknowledgements")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> customers.stream().noneMatch(customer -> customer.inbox().isEmpty()));

      try (Connection database = postgres.getPostgresDatabase().getConnection()) {
        IntakeBooks.everyMailIsOneTicketWithOneLifecycle(database, customers.size());
      }
      await("health").atMost(PATIENCE).until(desk::isReady);
    }
  }

  @Test
  void whoAsksWhileTheDatabaseIsAwayIsToldToComeBack() throws IOException, InterruptedException {
    EmbeddedPostgres postgres = database().start();
    try (DeskServer desk = DeskServer.start(desk(postgres))) {
      HttpRequest request = newTicket(desk);
      postgres.close();

      HttpResponse<String> away = http.send(request, BodyHandlers.ofString());
      assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
      assertThat(away.headers().firstValue("Retry-After")).hasValue("30");
      assertThat(away.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(desk.isReady()).isFalse();
      assertThat(http.send(asLead(desk), BodyHandlers.ofString()).statusCode()).isEqualTo(503);

      postgres = database().setPort(postgres.getPort()).start();
      await("health").atMost(PATIENCE).until(desk::isReady);
      HttpResponse<String> back = http.send(request, BodyHandlers.ofString());
      assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
    } finally {
      postgres.close();
    }
  }

  private static HttpRequest asLead(DeskServer desk) {
    String login = "lena:" + RunningDesk.PASSWORD;
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(desk.baseUrl().resolve("/api/v1/me"))
        .header("Authorization", "Basic " + basic)
        .build();
  }

  private static HttpRequest newTicket(DeskServer desk) {
    return HttpRequest.newBuilder(desk.baseUrl().resolve("/api/v1/tickets"))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", "order-7-is-late")
        .POST(
            BodyPublishers.ofString(
                """
                {"subject": "Order 7", "text": "It has not arrived.", "channel": "API",
                 "requester": {"email": "carla@customer.example", "name": "Carla"}}
                """))
        .build();
  }

  /** What is committed has to be on disk, which is not how test databases begin. */
  private EmbeddedPostgres.Builder database() {
    return EmbeddedPostgres.builder()
        .setServerConfig("synchronous_commit", "on")
        .setDataDirectory(data.resolve("postgres"))
        .setCleanDataDirectory(false);
  }

  private DeskServer.Options desk(EmbeddedPostgres postgres) {
    return DeskServer.Options.in(data)
        .withPortOffset(PORT_OFFSET)
        .withMailbox(mailbox)
        .withStaff(RunningDesk.PASSWORD)
        .withPostgres(postgres);
  }

  private void write() {
    for (int i = 0; i < MAILS_EACH_TIME; i++) {
      int number = customers.size();
      CustomerMail customer = CustomerMail.ofCustomer(number, mailbox);
      customers.add(customer);
      customer.write("Order " + number, "It has not arrived.");
    }
  }

  /**
   * When one of its processes is killed, PostgreSQL ends all others and every connection, and
   * recovers from its log as after a power failure.
   */
  private static void crash(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement question = connection.createStatement();
        ResultSet answer = question.executeQuery("select pg_backend_pid()")) {
      answer.next();
      ProcessHandle process = ProcessHandle.of(answer.getLong(1)).orElseThrow();
      process.destroyForcibly();
      process.onExit().join();
    }
    await("recovery")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> count(postgres, "ticket") >= 0);
  }

  private static long count(EmbeddedPostgres postgres, String rows) throws SQLException {
    try (Connection database = postgres.getPostgresDatabase().getConnection()) {
      return IntakeBooks.count(database, rows);
    }
  }
}
