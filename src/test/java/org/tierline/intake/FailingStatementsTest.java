package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.FaultyDatabase;
import org.tierline.platform.TestDatabase;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.process.ticketlifecycle.LifecycleStart;
import org.tierline.process.worklist.ReplyWatch;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.TicketOpened;

/**
 * The database fails at one statement on the way from the mailbox to the ticket and its lifecycle:
 * at the first, at the second, and so on, until none is left to fail. Whichever it is, nothing is
 * left half done, and the next look brings the mail to its end. The acknowledgement is a step of
 * the lifecycle, so where there is one lifecycle with one thing to do there is one of them.
 */
class FailingStatementsTest {

  /** A mail that waits to be understood. */
  private static final Stored RAW = new Stored(1, 0, 1, 0, 0, 0, 0, 0);

  private static FaultyDatabase faulty;
  private static TestDatabase database;
  private static ProcessEngine engine;

  private final String customer = "carla." + UUID.randomUUID() + "@customer.example";
  private IntakeDesk desk;

  @BeforeAll
  static void start() {
    faulty = new FaultyDatabase(TestDatabase.inMemory());
    database = TestDatabase.h2(faulty.forTransactions());
    var configuration = new TestEngine(faulty.forParticipants());
    configuration.setTransactionsExternallyManaged(true);
    configuration.setIdGenerator(new StrongUuidGenerator());
    engine = configuration.buildProcessEngine();
    Desk.deploy(engine);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void open() {
    desk = new IntakeDesk(database);
    var lifecycles = new LifecycleStart(engine.getRuntimeService());
    var replies = new ReplyWatch(engine.getRuntimeService());
    desk.facts.on(TicketOpened.class, lifecycles::ticketOpened);
    desk.facts.on(CustomerWrote.class, replies::customerWrote);
  }

  @Test
  void aNewMailIsOneTicketWithOneLifecycle() {
    Stored more = new Stored(1, 1, 2, 1, 1, 1, 1, 1);

    int last = failAtEachStatement(n -> aMail("Order " + n).replace("carla", "carla" + n), more);

    assertThat(last).isGreaterThan(40);
  }

  @Test
  void aFollowUpIsOneMessageInTheTicketThatWasThere() {
    desk.mailbox.deliver(aMail("Order"));
    desk.poll();
    String subject = "Re: [#%d] Order".formatted(latestNumber());
    Stored more = new Stored(1, 1, 2, 0, 1, 1, 0, 0);

    int last = failAtEachStatement(n -> aMail(subject), more);

    assertThat(last).isGreaterThan(30);
  }

  /**
   * Returns at which statement nothing failed any more.
   *
   * @param more what each mail adds to what is stored
   */
  private int failAtEachStatement(IntFunction<String> mails, Stored more) {
    int statement = 0;
    boolean failed = true;
    while (failed) {
      statement++;
      Stored before = stored();
      long uid = desk.mailbox.deliver(mails.apply(statement));

      failed = lookWhileFailingAt(statement);
      assertThat(stored())
          .as("while failing at statement %d", statement)
          .isIn(before, before.plus(RAW), before.plus(more));
      assertThat(desk.mailbox.seen.contains(uid) && stored().equals(before))
          .as("seen but lost at statement %d", statement)
          .isFalse();

      lookAgain();
      assertThat(stored())
          .as("after failing at statement %d; %s", statement, lastMail().reason())
          .isEqualTo(before.plus(more));
      assertThat(lastMail().attempts())
          .as("attempts that count after failing at statement %d", statement)
          .isEqualTo(1);
    }
    return statement;
  }

  /** Returns whether there was a statement to fail. */
  private boolean lookWhileFailingAt(int statement) {
    faulty.failAt(statement);
    try {
      desk.poll();
    } catch (PersistenceException e) {
      // the mailbox is looked into again
    }
    return faulty.heal();
  }

  private void lookAgain() {
    desk.clock.pass(Duration.ofHours(1));
    desk.letLeasesExpire();
    desk.poll();
  }

  /** How much there is of everything a mail becomes. */
  private record Stored(
      long mails,
      long taken,
      long files,
      long tickets,
      long messages,
      long attachments,
      long lifecycles,
      long dueSteps) {

    private Stored plus(Stored more) {
      return new Stored(
          mails + more.mails,
          taken + more.taken,
          files + more.files,
          tickets + more.tickets,
          messages + more.messages,
          attachments + more.attachments,
          lifecycles + more.lifecycles,
          dueSteps + more.dueSteps);
    }
  }

  private static Stored stored() {
    return new Stored(
        count("inbound_message"),
        count("inbound_message where state in ('TICKET_CREATED', 'APPENDED')"),
        count("stored_file"),
        count("ticket"),
        count("message"),
        count("attachment"),
        count("ACT_HI_PROCINST where PROC_DEF_KEY_ = 'TicketLifecycle' and STATE_ = 'ACTIVE'"),
        count("ACT_RU_JOB"));
  }

  private static long count(String rows) {
    return number("select count(*) from " + rows);
  }

  private static long latestNumber() {
    return number("select max(number) from ticket");
  }

  private static long number(String query) {
    return database.inTransaction(
        em -> ((Number) em.createNativeQuery(query).getSingleResult()).longValue());
  }

  private ReceivedMail lastMail() {
    List<ReceivedMail> mails = desk.mails();
    return mails.get(mails.size() - 1);
  }

  private String aMail(String subject) {
    return """
        From: Carla Customer <%s>
        To: support@tierline.example
        Subject: %s
        Date: Mon, 23 Nov 2026 09:00:00 +0000
        Message-ID: <%s@customer.example>
        Content-Type: multipart/mixed; boundary=b

        --b

        It has not arrived.
        --b
        Content-Type: text/csv; name=order.csv

        1;chair
        --b--
        """
        .formatted(customer, subject, UUID.randomUUID());
  }
}
