package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.byteman.agent.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.platform.TestDatabase;

/**
 * A node is killed at every named point between mailbox and ticket, with mails in flight; the next
 * finds what it left on disk and dies at the next point. No mail may be lost or doubled.
 *
 * <p>{@code -Dtierline.kill.rounds=3} kills three at each point.
 */
class IntakeKillTest {

  private static final int ROUNDS = Integer.getInteger("tierline.kill.rounds", 1);
  private static final int MAILS_EACH_TIME = 3;

  /** What Byteman's {@code killJVM} leaves behind. */
  private static final int KILLED = 255;

  @TempDir Path directory;

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, null, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP)
          });
  private int mails;

  /** Where the second mail in a node's life is its last. */
  private enum Point {
    AFTER_FETCH("MailboxRound", "store", "AT ENTRY"),
    AFTER_INSERT_OF_THE_RAW_MAIL("MailboxLeases", "demand", "AFTER INVOKE flush"),
    BEFORE_COMMIT("MailboxLeases", "demand", "AT EXIT"),
    AFTER_COMMIT_BEFORE_FLAG("ImapMailbox$ImapVisit", "markSeen", "AT ENTRY"),
    AFTER_FLAG("ImapMailbox$ImapVisit", "markSeen", "AT EXIT"),
    BEFORE_COMMIT_OF_THE_TICKET("DecideMail", "decide", "AT EXIT"),
    AFTER_COMMIT_OF_THE_TICKET("TakeInMail", "takeIn", "AT EXIT");

    private final String rule;

    Point(String type, String method, String where) {
      this.rule =
          """
          RULE die %s
          CLASS org.tierline.intake.%s
          METHOD %s
          %s
          IF incrementCounter("hits") == 2
          DO killJVM()
          ENDRULE
          """
              .formatted(name(), type, method, where);
    }
  }

  @BeforeEach
  void start() {
    server.start();
    server.setUser("support@tierline.example", "support", "secret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void killedAnywhereOnTheWayNodesLoseAndDoubleNoMail() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (Point point : Point.values()) {
        write();
        int exit = node(agent(point));
        assertThat(exit).as("%s: %s", point, log()).isEqualTo(KILLED);
      }
    }
    int exit = node("-Dunharmed=true");
    assertThat(exit).as(log()).isZero();

    TestDatabase database = TestDatabase.h2(file());
    assertThat(count(database, "ReceivedMail m")).isEqualTo(mails);
    assertThat(count(database, "ReceivedMail m where m.state = TICKET_CREATED")).isEqualTo(mails);
    assertThat(count(database, "Ticket t")).isEqualTo(mails);
    assertThat(
            count(
                database,
                "Ticket t where exists (select 1 from Ticket o where o.subject = t.subject"
                    + " and o.id <> t.id)"))
        .isZero();
  }

  private void write() {
    for (int i = 0; i < MAILS_EACH_TIME; i++) {
      mails++;
      GreenMailUtil.sendTextEmail(
          "support@tierline.example",
          "carla@customer-%d.example".formatted(mails),
          "Order " + mails,
          "It has not arrived.",
          server.getSmtp().getServerSetup());
    }
  }

  private String agent(Point point) throws IOException, URISyntaxException {
    Path byteman = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path script = Files.writeString(directory.resolve("rule.btm"), point.rule);
    return "-javaagent:%s=script:%s,boot:%s".formatted(byteman, script, byteman);
  }

  /** Returns its exit code. */
  private int node(String option) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                IntakeNode.class.getName(),
                file().toString(),
                String.valueOf(server.getImap().getPort()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("node.log").toFile())
            .start();
    if (!node.waitFor(2, TimeUnit.MINUTES)) {
      node.destroyForcibly();
    }
    return node.waitFor();
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("node.log"));
  }

  private Path file() {
    return directory.resolve("desk");
  }

  private static long count(TestDatabase database, String rows) {
    return database.inTransaction(
        em -> em.createQuery("select count(*) from " + rows, Long.class).getSingleResult());
  }
}
