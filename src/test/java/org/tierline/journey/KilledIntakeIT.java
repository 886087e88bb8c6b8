package org.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jboss.byteman.agent.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.demo.DemoMailbox;
import org.tierline.demo.DeskServer;
import org.tierline.demo.RunningDesk;

/**
 * The server is killed at seven points between the mailbox and the acknowledgement, each time with
 * mails on their way; the next finds what it left and dies at the next point. What the last one
 * finds it brings to its end: one ticket, one lifecycle and one acknowledgement for every mail.
 *
 * <p>{@code -Dtierline.kill.server-rounds=3} kills it three times at each point, {@code
 * -Dtierline.it.postgres=true} on PostgreSQL.
 */
@EnabledIfSystemProperty(named = "tierline.kill.server-rounds", matches = "[1-9]\\d*")
class KilledIntakeIT {

  private static final int PORT_OFFSET = 600;
  private static final int ROUNDS = Integer.getInteger("tierline.kill.server-rounds", 1);
  private static final boolean ON_POSTGRES = Boolean.getBoolean("tierline.it.postgres");
  private static final int MAILS_EACH_TIME = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What Byteman's {@code killJVM} leaves behind. */
  private static final int KILLED = 255;

  @TempDir Path data;

  private final DemoMailbox mailbox = DemoMailbox.start(PORT_OFFSET);
  private final List<CustomerMail> customers = new ArrayList<>();
  private Optional<EmbeddedPostgres> postgres = Optional.empty();

  /** Where the second mail since the rule was armed is the server's last. */
  private enum Point {
    AFTER_FETCH("intake.MailboxRound", "store", "AT ENTRY"),
    AFTER_INSERT_OF_THE_RAW_MAIL("intake.MailboxLeases", "demand", "AFTER INVOKE flush"),
    AFTER_COMMIT_BEFORE_FLAG("intake.ImapMailbox$ImapVisit", "markSeen", "AT ENTRY"),
    AFTER_FLAG("intake.ImapMailbox$ImapVisit", "markSeen", "AT EXIT"),
    AFTER_START_OF_THE_PROCESS("process.ticketlifecycle.LifecycleStart", "start", "AT EXIT"),
    AFTER_COMMIT_OF_THE_TICKET_BEFORE_ITS_FIRST_STEP(
        "process.ticketlifecycle.AcknowledgeTicketDelegate", "execute", "AT ENTRY"),
    AFTER_THE_MAIL_SERVER_TOOK_THE_ACKNOWLEDGEMENT(
        "platform.mail.DeliverMail$Mails", "noteSent", "AT ENTRY");

    private final String type;
    private final String method;
    private final String where;

    Point(String type, String method, String where) {
      this.type = type;
      this.method = method;
      this.where = where;
    }

    /** What earlier servers left does not trigger it: it is armed by a file. */
    private String rule(Path armed) {
      return """
      RULE die %s
      CLASS org.tierline.%s
      METHOD %s
      %s
      BIND armed = new java.io.File("%s")
      IF armed.exists() AND incrementCounter("hits") == 2
      DO killJVM()
      ENDRULE
      """
          .formatted(name(), type, method, where, armed);
    }
  }

  @BeforeEach
  void startDatabase() throws IOException {
    // a mail server whose client dies complains, and that is nothing to stop waiting for
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    if (ON_POSTGRES) {
      postgres = Optional.of(EmbeddedPostgres.start());
    }
  }

  @AfterEach
  void stop() throws IOException {
    Awaitility.reset();
    mailbox.close();
    if (postgres.isPresent()) {
      postgres.get().close();
    }
  }

  @Test
  void killedAnywhereOnTheWayTheServerLosesAndDoublesNothing() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (Point point : Point.values()) {
        killAt(point);
        letTheLeasesOfTheDeadExpire();
      }
    }
    try (DeskServer unharmed = DeskServer.start(desk())) {
      assertThat(unharmed.isReady()).isTrue();
      await("acknowledgements")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> customers.stream().noneMatch(customer -> customer.inbox().isEmpty()));
    }

    try (Connection connection = database()) {
      IntakeBooks.everyMailIsOneTicketWithOneLifecycle(connection, customers.size());
    }
    everyCustomerHasOneAcknowledgement();
  }

  private void killAt(Point point) throws IOException, URISyntaxException, InterruptedException {
    Path armed = data.resolve("armed");
    Files.deleteIfExists(armed);
    DeskServer desk =
        DeskServer.start(desk().withEnvironment("JAVA_TOOL_OPTIONS", agent(point, armed)));
    try {
      Files.createFile(armed);
      write();
      await(point.name()).atMost(PATIENCE).until(() -> !desk.process().isAlive());
      assertThat(desk.await()).as(point.name()).isEqualTo(KILLED);
    } finally {
      desk.kill();
    }
  }

  private DeskServer.Options desk() {
    DeskServer.Options options =
        DeskServer.Options.in(data)
            .withPortOffset(PORT_OFFSET)
            .withMailbox(mailbox)
            .withStaff(RunningDesk.PASSWORD)
            // the modules' class loaders let the agent through
            .with("jboss.modules.system.pkgs", "org.jboss.byteman");
    return postgres.map(options::withPostgres).orElse(options);
  }

  private String agent(Point point, Path armed) throws IOException, URISyntaxException {
    Path byteman = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path script = Files.writeString(data.resolve("rule.btm"), point.rule(armed));
    // a server that is killed soon is up sooner if its code is compiled only once
    return "-XX:TieredStopAtLevel=1 -javaagent:%s=script:%s,boot:%s"
        .formatted(byteman, script, byteman);
  }

  private void write() {
    for (int i = 0; i < MAILS_EACH_TIME; i++) {
      int number = customers.size();
      CustomerMail customer = CustomerMail.ofCustomer(number, mailbox);
      customers.add(customer);
      customer.write("Order " + number, "It has not arrived.");
    }
  }

  /** As time would do: what a dead node had taken is anybody's again. */
  private void letTheLeasesOfTheDeadExpire() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      String past = " = current_timestamp - interval '1' second";
      statement.execute("update mailbox_lease set held_until" + past);
      for (String table : List.of("inbound_message", "outbox_mail", "outbox_effect")) {
        statement.execute(
            "update %s set leased_until%s where leased_until is not null".formatted(table, past));
      }
    }
  }

  /**
   * At each kill the mail server may have said yes to a server that died before it noted that, and
   * is given that mail once more, under the same Message-ID.
   */
  private void everyCustomerHasOneAcknowledgement() {
    int twice = 0;
    for (CustomerMail customer : customers) {
      List<String> ids = customer.inbox().stream().map(CustomerMail.Mail::messageId).toList();
      assertThat(ids.stream().distinct()).hasSize(1);
      twice += ids.size() - 1;
    }
    assertThat(twice).isLessThanOrEqualTo(ROUNDS * Point.values().length);
  }

  /** The embedded one can be opened only while no server has it. */
  private Connection database() throws SQLException {
    return postgres.isPresent()
        ? postgres.get().getPostgresDatabase().getConnection()
        : DriverManager.getConnection(
            "jdbc:h2:file:" + data.resolve("database/tierline"), "tierline", "tierline");
  }
}
