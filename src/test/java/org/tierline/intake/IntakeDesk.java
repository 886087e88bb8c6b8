package org.tierline.intake;

import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tierline.agent.StoredAgents;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customers;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.customer.StoredCustomers;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.files.Scanners;
import org.tierline.platform.files.Spool;
import org.tierline.platform.files.StoredFiles;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.transactions.DatabaseTransactions;
import org.tierline.ticket.Entrance;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.ReceiveReply;
import org.tierline.ticket.StoredTickets;
import org.tierline.ticket.Tickets;

/** Everything between a mailbox and the tickets as it is on the server, on a real database. */
final class IntakeDesk {

  /** As usual, but for files. */
  private static final MailBounds BOUNDS =
      new MailBounds(30, 500, 256 * 1024, 50L * 1024 * 1024, 1000, Duration.ofSeconds(10));

  static final FormSenders FORMS =
      FormSenders.of("wordpress@shop.example, @forms.example, noreply@tierline.example");

  private static final IntakeLimits USUAL = new IntakeLimits(20, 1000, 30);

  final TestDatabase database;
  private final MailBounds bounds;
  final DatabaseTransactions transactions;
  final TestClock clock = new TestClock();
  final RecordedFacts facts = new RecordedFacts();
  final MailboxInMemory mailbox = new MailboxInMemory();
  final OutboxInMemory outbox = new OutboxInMemory();
  final Tickets tickets;
  final Customers customers;
  final Correspondence correspondence;
  final CollectMail collectMail;
  final TakeInMail takeInMail;
  final ExplainMail explainMail;
  final Quarantine quarantine;
  final OverruleVerdict overruleVerdict;

  /** What the scanner says of every file. */
  Optional<String> objection = Optional.empty();

  boolean scannerAnswers = true;

  /** What happens elsewhere while a mail is read here. */
  Runnable duringReading = () -> {};

  /** And while one of its files is scanned. */
  Runnable duringScan = () -> {};

  IntakeDesk(TestDatabase database) {
    this(database, SETTINGS, SEAL);
  }

  IntakeDesk(TestDatabase database, MailSettings settings, MailSeal seal) {
    this(database, settings, seal, BOUNDS);
  }

  IntakeDesk(TestDatabase database, SameMail sameMail) {
    this(database, SETTINGS, SEAL, BOUNDS, sameMail, USUAL);
  }

  IntakeDesk(TestDatabase database, MailSettings settings, MailSeal seal, MailBounds bounds) {
    this(database, settings, seal, bounds, SameMail.ONCE, USUAL);
  }

  IntakeDesk(TestDatabase database, IntakeLimits limits) {
    this(database, SETTINGS, SEAL, BOUNDS, SameMail.ONCE, limits);
  }

  private IntakeDesk(
      TestDatabase database,
      MailSettings settings,
      MailSeal seal,
      MailBounds bounds,
      SameMail sameMail,
      IntakeLimits limits) {
    this.database = database;
    this.bounds = bounds;
    this.transactions = new DatabaseTransactions(database);
    EntityManager em = transactions.entityManager();
    this.tickets = StoredTickets.in(em);
    this.customers = StoredCustomers.in(em);
    var received = StoredMails.in(em);
    this.correspondence = new Correspondence(received);
    var recognise = new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock);
    this.collectMail = collector();
    this.quarantine = new Quarantine(received, clock);
    var returned = new FindReturnedMail(outbox, seal, clock);
    var conversations =
        new FindConversation(
            tickets, customers, StoredAgents.in(em), seal, settings, returned, clock);
    var domains = new JpaSenderDomains(em);
    var guard = new LoopGuard(received, domains, tickets, outbox, limits, clock);
    var judge = new JudgeMail(received, conversations, guard, seal, settings);
    var requester = new FindRequester(FORMS, StoredAgents.in(em), settings, seal);
    this.explainMail = new ExplainInTransaction(requester, judge);
    var readMail = new ReadMail(bounds, this::objection, readersClock());
    var decideMail =
        new DecideMail(
            received,
            requester,
            judge,
            conversations,
            new OpenTicket(tickets, recognise, facts, clock),
            new ReceiveReply(tickets, facts, clock),
            recognise,
            customers,
            new HeedMachines(tickets, customers, returned, facts, clock),
            tickets,
            StoredFiles.in(em),
            new IntakeSettings(List.of(account()), sameMail),
            facts,
            clock);
    this.takeInMail = new TakeInMail(received, readMail, decideMail, transactions, facts, clock);
    this.overruleVerdict =
        new OverruleVerdict(received, readMail, decideMail, settings, seal, transactions);
  }

  private Optional<String> objection(Spool content) {
    duringScan.run();
    if (!scannerAnswers) {
      throw Scanners.unavailable();
    }
    return objection;
  }

  /** Whoever reads a mail looks at the clock first. */
  private Clock readersClock() {
    return new Clock() {
      @Override
      public Instant instant() {
        duringReading.run();
        return clock.instant();
      }

      @Override
      public ZoneId getZone() {
        return clock.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** The container puts the transaction around the judging. */
  private final class ExplainInTransaction extends ExplainMail {

    ExplainInTransaction(FindRequester requester, JudgeMail judge) {
      super(new ReadMail(bounds, IntakeDesk.this::objection, readersClock()), requester, judge);
    }

    @Override
    public Explanation explain(Spool raw) {
      return transactions.inNew(() -> super.explain(raw));
    }
  }

  /** The mailbox as the settings have it: one of several. */
  private IntakeSettings.MailboxAccount account() {
    String user = mailbox.name().substring(0, mailbox.name().indexOf('@'));
    String host = mailbox.name().substring(user.length() + 1, mailbox.name().indexOf('/'));
    return new IntakeSettings.MailboxAccount(
        host,
        143,
        IntakeSettings.Security.NONE,
        user,
        Proof.PASSWORD,
        Credentials.fixed(""),
        "INBOX",
        Optional.empty(),
        Optional.of(
            new Entrance(
                "billing", Optional.of(new TeamId("accounting")), Optional.of(Locale.GERMAN))));
  }

  /** What reads the mailbox on a node of its own. */
  CollectMail collector() {
    EntityManager em = transactions.entityManager();
    return new CollectMail(
        List.of(mailbox),
        StoredMails.in(em),
        new MailboxLeases(em),
        new MailboxBeginnings(em),
        transactions,
        facts,
        clock);
  }

  /** One look into the mailbox, and everything found there taken in. */
  void poll() {
    collectMail.collect();
    takeInMail.takeInWaiting();
  }

  /** What became of the mails of our mailbox, in the order they came. */
  List<ReceivedMail> mails() {
    return database.inTransaction(
        em ->
            em.createQuery(
                    "select m from ReceivedMail m where m.position.mailbox = :mailbox"
                        + " order by m.position.uidValidity, m.position.uid",
                    ReceivedMail.class)
                .setParameter("mailbox", mailbox.name())
                .getResultList());
  }

  void forgetMails() {
    database.doInTransaction(
        em -> {
          em.createQuery("delete from ReceivedMail").executeUpdate();
        });
  }

  void letLeasesExpire() {
    database.doInTransaction(
        em ->
            em.createNativeQuery(
                    "update inbound_message set leased_until = current_timestamp - interval '1'"
                        + " second where leased_until is not null")
                .executeUpdate());
  }
}
