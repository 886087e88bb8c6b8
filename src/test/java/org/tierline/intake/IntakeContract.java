package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.platform.mail.OutgoingMailFixture.HOUSE;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;
import static org.tierline.platform.mail.ReplyAddressFixture.replyAddress;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.files.Scanners;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.AutoSubmitted;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.MailUndeliverable;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.transactions.DatabaseTransactions;
import org.tierline.ticket.Author;
import org.tierline.ticket.Content;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Message;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.TicketReopened;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.Tickets;

/** From the mailbox to the ticket, on a real database, with everything that can go wrong. */
abstract class IntakeContract {

  private final TestDatabase database;
  private final IntakeDesk desk;
  private final DatabaseTransactions transactions;
  private final TestClock clock;
  private final RecordedFacts facts;
  private final MailboxInMemory mailbox;
  private final OutboxInMemory outbox;
  private final Tickets tickets;
  private final CollectMail collectMail;
  private final TakeInMail takeInMail;
  private final Quarantine quarantine;
  private final String customer = "carla." + UUID.randomUUID() + "@customer.example";

  IntakeContract(TestDatabase database) {
    this.database = database;
    this.desk = new IntakeDesk(database);
    this.transactions = desk.transactions;
    this.clock = desk.clock;
    this.facts = desk.facts;
    this.mailbox = desk.mailbox;
    this.outbox = desk.outbox;
    this.tickets = desk.tickets;
    this.collectMail = desk.collectMail;
    this.takeInMail = desk.takeInMail;
    this.quarantine = desk.quarantine;
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @Test
  void aMailBecomesATicketAndIsKeptAsItCame() {
    String mail = aMail("Printer on fire", "It burns.");
    long uid = mailbox.deliver(mail);

    poll();

    Ticket ticket = onlyTicket();
    assertThat(ticket.subject()).isEqualTo("Printer on fire");
    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(mailbox.seen).containsExactly(uid);
    Spool kept =
        transactions
            .inNew(() -> StoredMails.in(transactions.entityManager()).raw(mails().get(0)))
            .orElseThrow();
    assertThat(new String(kept.start(10_000), StandardCharsets.UTF_8))
        .isEqualTo(mail.replace("\n", "\r\n"));
  }

  @Test
  void theTicketKnowsThroughWhichMailboxItCame() {
    mailbox.deliver(aMail("Rechnung", "Sie stimmt nicht."));

    poll();

    Ticket ticket = onlyTicket();
    assertThat(ticket.origin().mailbox()).contains("billing");
    assertThat(ticket.origin().mailboxTeam()).contains(new TeamId("accounting"));
    assertThat(ticket.origin().language()).contains(Locale.GERMAN);
  }

  /** The engine's own statements come on top; this is what intake costs. */
  @Test
  void fromMailboxToTicketTakesFewStatementsAndTransactions() {
    mailbox.deliver(aMail("Warm", "up"));
    poll();
    Statistics statistics = statistics();
    long statements = statistics.getPrepareStatementCount();
    int before = transactions.count();
    mailbox.deliver(aMail("Counted", "once"));

    collectMail.collect();
    takeInMail.takeInWaiting();

    assertThat(statistics.getPrepareStatementCount() - statements).isLessThanOrEqualTo(28);
    assertThat(transactions.count() - before).isLessThanOrEqualTo(8);
    System.getLogger(IntakeContract.class.getName())
        .log(
            System.Logger.Level.INFO,
            "From mailbox to ticket: {0} statements, {1} transactions",
            statistics.getPrepareStatementCount() - statements,
            transactions.count() - before);
  }

  private Statistics statistics() {
    try (EntityManager em = database.entityManager()) {
      Statistics statistics =
          em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
      statistics.setStatisticsEnabled(true);
      return statistics;
    }
  }

  @Test
  void lookingTwiceFindsNothingNew() {
    mailbox.deliver(aMail("Once", "only once"));

    poll();
    poll();

    assertThat(facts.ofType(TicketOpened.class)).hasSize(1);
  }

  @Test
  void theSameMailBySecondDeliveryIsADuplicate() {
    String mail = aMail("Twice", "by two roads");
    mailbox.deliver("Received: from a.example\n" + mail);
    mailbox.deliver("Received: from b.example\n" + mail);

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.DUPLICATE);
    assertThat(facts.ofType(TicketOpened.class)).hasSize(1);
  }

  @Test
  void theSameMailToTwoMailboxesIsOneTicket() {
    var other = new IntakeDesk(database);
    String mail = aMail("Twice", "to two addresses");
    mailbox.deliver(mail);
    other.mailbox.deliver(mail);

    poll();
    other.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(other.mails()).extracting(ReceivedMail::state).containsExactly(MailState.DUPLICATE);
  }

  @Test
  void whereEachMailboxIsADeskOfItsOwnTheSameMailIsOneTicketInEach() {
    var here = new IntakeDesk(database, SameMail.ONCE_PER_MAILBOX);
    var there = new IntakeDesk(database, SameMail.ONCE_PER_MAILBOX);
    String mail = aMail("Twice", "to two addresses");
    for (IntakeDesk each : List.of(here, there)) {
      each.mailbox.deliver("Received: from a.example\n" + mail);
      each.mailbox.deliver("Received: from b.example\n" + mail);
      each.poll();
    }

    for (IntakeDesk each : List.of(here, there)) {
      assertThat(each.mails())
          .extracting(ReceivedMail::state)
          .containsExactly(MailState.TICKET_CREATED, MailState.DUPLICATE);
    }
    assertThat(here.mails().get(0).ticket()).isNotEqualTo(there.mails().get(0).ticket());
  }

  @Test
  void aReusedMessageIdWithOtherContentIsAnotherMail() {
    String mail = aMail("First", "one");
    mailbox.deliver(mail);
    mailbox.deliver(mail.replace("one", "two"));

    poll();

    assertThat(states()).containsOnly(MailState.TICKET_CREATED);
    assertThat(facts.ofType(TicketOpened.class)).hasSize(2);
  }

  @Test
  void aMailboxThatForgotItsNumbersBringsNothingNew() {
    mailbox.deliver(aMail("Old", "mail"));
    mailbox.deliver(aMail("Older", "mail"));
    poll();

    mailbox.forgetUids();
    poll();

    assertThat(states())
        .containsExactly(
            MailState.TICKET_CREATED,
            MailState.TICKET_CREATED,
            MailState.DUPLICATE,
            MailState.DUPLICATE);
  }

  @Test
  void whatWasNeverHandedOverByItsOldNumberComesByTheNewOne() {
    long stuck = mailbox.deliver(aMail("Stuck", "x"));
    mailbox.unfetchable.add(stuck);
    poll();

    mailbox.forgetUids();
    poll();

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("numbered its mails anew");
    assertThat(transactions.inNew(quarantine::size)).isEqualTo(1);
  }

  @Test
  void whatIsInQuarantineOrWasDiscardedComesBackToNobody() {
    mailbox.deliver("Subject: unread\n\nno sender\n");
    mailbox.deliver("Subject: spam\n\nno sender\n");
    mailbox.deliver(nestedTooDeep());
    poll();
    raiseAlarm();
    inQuarantine(() -> quarantine.discard(mails().get(1).id(), "lena", "An advertisement"));

    mailbox.forgetUids();
    poll();
    raiseAlarm();

    assertThat(states().subList(3, 6)).containsOnly(MailState.DUPLICATE);
    assertThat(mails().get(4).reason().orElseThrow())
        .contains("quarantined before", mails().get(1).id().toString());
    assertThat(facts.ofType(MailsQuarantined.class)).hasSize(1);
    assertThat(transactions.inNew(quarantine::size)).isEqualTo(2);
  }

  private String nestedTooDeep() {
    var mail = new StringBuilder("From: " + customer + "\n");
    for (int i = 0; i < 40; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    return mail.toString();
  }

  private void raiseAlarm() {
    var alarm = new RaiseQuarantineAlarm(StoredMails.in(transactions.entityManager()), facts);
    transactions.inNew(
        () -> {
          alarm.raise();
          return true;
        });
  }

  @Test
  void anAnswerToOurAcknowledgementJoinsTheTicket() {
    mailbox.deliver(aMail("Printer on fire", "It burns."));
    poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);

    mailbox.deliver(aMail("Re: whatever", "Still burning.\n\nOn Monday, we wrote:\n> hello", ours));
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
    assertThat(facts.ofType(CustomerWrote.class)).hasSize(1);
    assertThat(this.<String>inTicket(t -> t.messages().get(1).visibleReply()))
        .isEqualTo("Still burning.");
  }

  @Test
  void theNumberInTheSubjectJoinsOnlyForWhoTakesPart() {
    mailbox.deliver(aMail("Printer on fire", "It burns."));
    poll();
    String subject = "Re: [#" + onlyTicket().number().value() + "] Printer";
    String stranger = "mallory." + UUID.randomUUID() + "@elsewhere.example";

    mailbox.deliver(aMail(subject, "It is me."));
    mailbox.deliver(aMail(subject, "I want to know more.").replace(customer, stranger));
    poll();

    assertThat(states())
        .containsExactly(MailState.TICKET_CREATED, MailState.APPENDED, MailState.TICKET_CREATED);
    assertThat(mails().get(2).reason().orElseThrow()).contains("takes no part");
    assertThat(this.<Integer>inTicket(t -> t.messages().size())).isEqualTo(2);
  }

  @Test
  void aForeignMessageIdDoesNotLetAStrangerIn() {
    String first = aMail("Private", "between us");
    mailbox.deliver(first);
    poll();
    MailId overheard = MailId.parse(first.substring(first.indexOf("Message-ID:"))).orElseThrow();

    mailbox.deliver(
        aMail("Re: Private", "let me in", overheard)
            .replace(customer, "mallory." + UUID.randomUUID() + "@elsewhere.example"));
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.TICKET_CREATED);
    assertThat(this.<Integer>inTicket(t -> t.messages().size())).isEqualTo(1);
  }

  @Test
  void anAgentWhoAnswersANotificationDoesNotSpeakAsTheCustomer() {
    mailbox.deliver(aMail("Printer on fire", "It burns."));
    poll();
    MailId notification = weWrote(onlyTicket(), Audience.STAFF);

    mailbox.deliver(aMail("Re: is yours now", "What an idiot.", notification));
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.QUARANTINED);
  }

  @Test
  void machinesGetNoTicketForTheirAnswers() {
    mailbox.deliver("Auto-Submitted: auto-replied\n" + aMail("Out of office", "away"));
    mailbox.deliver("Return-Path: <>\n" + aMail("Re: hm", "no return path"));
    mailbox.deliver(aMail("Undelivered", "x").replace(customer, "MAILER-DAEMON@elsewhere.example"));
    mailbox.deliver(aMail("Ours", "x").replace(customer, SETTINGS.supportAddress().value()));

    poll();

    assertThat(states()).hasSize(4).containsOnly(MailState.SUPPRESSED);
    assertThat(facts.announced()).isEmpty();
  }

  @Test
  void aBounceOfOurMailIsToldAboutTheReaderWeWroteToAndOpensNothing() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);

    desk.mailbox.deliver(aBounce("failed", "5.1.1", ours));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.SUPPRESSED);
    assertThat(desk.mails().get(1).ticket()).contains(onlyTicket().id());
    assertThat(desk.facts.ofType(MailUndeliverable.class))
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.ticket()).contains(onlyTicket().id().value());
              assertThat(fact.recipient().value()).isEqualTo(customer);
              assertThat(fact.reason()).contains("carla@forwarded.example 5.1.1", "mailer-daemon");
            });
    assertThat(desk.facts.ofType(CustomerWrote.class)).isEmpty();
  }

  @Test
  void aBounceThatNamesNoMailIsAboutTheLastOneToItsRecipient() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    weWrote(onlyTicket(), Audience.CUSTOMER);

    desk.mailbox.deliver(aReport("support@tierline.example", "Undelivered Mail", customer));
    desk.poll();

    theOwnerHearsThatNothingReachesTheCustomer();
  }

  @Test
  void aBounceToTheReplyAddressIsAboutTheCustomerWhomeverItNames() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    weWrote(onlyTicket(), Audience.CUSTOMER);
    String replyAddress = replyAddress(onlyTicket().id().value()).value();

    desk.mailbox.deliver(aReport(replyAddress, "Undelivered Mail", "c@forwarded.example"));
    desk.poll();

    theOwnerHearsThatNothingReachesTheCustomer();
  }

  @Test
  void aBounceThatNamesTheTicketAndItsCustomerIsAboutThem() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    String subject = "Undeliverable: " + onlyTicket().number().inSubject() + " hello";

    desk.mailbox.deliver(aReport("support@tierline.example", subject, "c@elsewhere.example"));
    desk.mailbox.deliver(aReport("support@tierline.example", subject, customer));
    desk.poll();

    assertThat(desk.mails().get(1).ticket()).as("of a stranger").isEmpty();
    theOwnerHearsThatNothingReachesTheCustomer();
  }

  /** A spammer wrote to our customer in our name, and was refused. */
  @Test
  void aBounceOfAMailThatIsNotOursSaysNothingAboutTheCustomer() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    weWrote(onlyTicket(), Audience.CUSTOMER);

    desk.mailbox.deliver(
        aBounce("failed", "5.7.1", new MailId("<spam@elsewhere.example>"))
            .replace("carla@forwarded.example", customer));
    desk.poll();

    assertThat(desk.mails().get(1).ticket()).isEmpty();
    assertThat(desk.facts.ofType(MailUndeliverable.class)).isEmpty();
  }

  @Test
  void aServerThatRepeatsItselfIsHeardOnceUntilWeWriteAgain() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);
    desk.facts.on(MailUndeliverable.class, this::noted);

    desk.mailbox.deliver(aBounce("failed", "5.1.1", ours));
    desk.mailbox.deliver(aBounce("failed", "5.2.2", ours));
    desk.poll();
    assertThat(desk.facts.ofType(MailUndeliverable.class)).hasSize(1);

    desk.clock.pass(Duration.ofHours(1));
    inTicket(
        ticket ->
            ticket.write(
                Purpose.REPLY,
                Author.of(new AgentId("ana"), "Ana"),
                Content.typed("Do you get this?"),
                desk.clock.instant()));
    desk.mailbox.deliver(aBounce("failed", "5.1.2", ours));
    desk.poll();
    assertThat(desk.facts.ofType(MailUndeliverable.class)).hasSize(2);
  }

  private void noted(MailUndeliverable fact) {
    tickets
        .get(new TicketId(fact.ticket().orElseThrow()))
        .note(
            HistoryKind.UNDELIVERED,
            Author.DESK,
            "mail to %s could not be delivered".formatted(fact.recipient()),
            fact.reason(),
            clock.instant());
  }

  private void theOwnerHearsThatNothingReachesTheCustomer() {
    List<ReceivedMail> mails = desk.mails();
    assertThat(mails.get(mails.size() - 1).ticket()).contains(onlyTicket().id());
    assertThat(desk.facts.ofType(MailUndeliverable.class))
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.ticket()).contains(onlyTicket().id().value());
              assertThat(fact.audience()).isEqualTo(Audience.CUSTOMER);
              assertThat(fact.recipient().value()).isEqualTo(customer);
            });
    assertThat(desk.facts.ofType(CustomerWrote.class)).isEmpty();
  }

  @Test
  void delayedIsNotFailed() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);

    desk.mailbox.deliver(aBounce("delayed", "4.4.1", ours));
    desk.poll();

    assertThat(desk.facts.ofType(MailUndeliverable.class)).isEmpty();
    assertThat(this.<HistoryEntry>inTicket(IntakeContract::lastEntry).what())
        .isEqualTo("mail to " + customer + " is delayed");
  }

  @Test
  void aBounceOfSomebodyElsesMailIsKeptAndListed() {
    desk.mailbox.deliver(aBounce("failed", "5.1.1", new MailId("<unknown@elsewhere.example>")));
    desk.poll();

    assertThat(states()).containsExactly(MailState.SUPPRESSED);
    assertThat(desk.transactions.inNew(() -> desk.quarantine.setAside(10)))
        .extracting(ReceivedMail::subject)
        .contains(Optional.of("Undelivered Mail Returned to Sender"));
  }

  @Test
  void anOutOfOfficeNoteIsARemarkInTheTicketAndWakesNobody() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);
    String away = "Auto-Submitted: auto-replied\n" + aMail("I am away", "Back on Monday.", ours);

    desk.mailbox.deliver(away);
    desk.mailbox.deliver(away.replace("Date: Mon, 23", "Date: Tue, 24"));
    desk.poll();

    assertThat(states())
        .containsExactly(MailState.TICKET_CREATED, MailState.SUPPRESSED, MailState.SUPPRESSED);
    assertThat(this.<List<Message>>inTicket(Ticket::messages))
        .extracting(Message::purpose)
        .containsExactly(Purpose.REQUEST, Purpose.NOTE);
    assertThat(this.<String>inTicket(t -> t.messages().get(1).text()))
        .contains(customer, "Back on Monday.");
    assertThat(desk.facts.ofType(CustomerWrote.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-generated",
        "Return-Path: <>\nAuto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All"
      })
  void whatAProgramAnswersIsARemarkThatReopensNothing(String mark) {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);
    close(onlyTicket());

    desk.mailbox.deliver(mark + "\n" + aMail("Your request", "We have it, too.", ours));
    desk.poll();

    aRemarkSays("We have it, too.");
  }

  @Test
  void anAbsenceNoteKnownByItsWordsIsARemarkWhenItComesRightAfterOurMail() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);
    close(onlyTicket());

    desk.mailbox.deliver(aMail("Re: hello", "I am on vacation until Monday.", ours));
    desk.poll();

    aRemarkSays("I am on vacation until Monday.");
  }

  /** Nothing of ours has just reached them: a person tells why it took so long. */
  @Test
  void whoWasAwayAndWritesLaterIsHeard() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    String subject = "Re: " + onlyTicket().number().inSubject() + " Printer on fire";

    desk.mailbox.deliver(aMail(subject, "I was on vacation. It still burns."));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
    assertThat(desk.facts.ofType(CustomerWrote.class)).hasSize(1);
  }

  @Test
  void aMonitoringSystemGoesOnInItsOwnThread() {
    String alert = "Auto-Submitted: auto-generated\n" + aMail("Disk full", "90 %");
    MailId first = MailId.allIn(alert.substring(alert.indexOf("Message-ID: ") + 12)).get(0);
    desk.mailbox.deliver(alert);
    desk.mailbox.deliver("Auto-Submitted: auto-generated\n" + aMail("Disk full", "99 %", first));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
    assertThat(desk.facts.ofType(CustomerWrote.class)).hasSize(1);
  }

  private void close(Ticket ticket) {
    transactions.inNew(
        () -> {
          tickets.get(ticket.id()).resolve("done", clock.instant());
          tickets.get(ticket.id()).close("done", clock.instant());
          return true;
        });
  }

  private void aRemarkSays(String text) {
    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.SUPPRESSED);
    assertThat(this.<TicketStatus>inTicket(Ticket::status)).isEqualTo(TicketStatus.CLOSED);
    assertThat(this.<List<Message>>inTicket(Ticket::messages))
        .extracting(Message::purpose)
        .containsExactly(Purpose.REQUEST, Purpose.NOTE);
    assertThat(this.<String>inTicket(t -> t.messages().get(1).text())).contains(text);
    assertThat(desk.facts.ofType(CustomerWrote.class)).isEmpty();
    assertThat(desk.facts.ofType(TicketReopened.class)).isEmpty();
  }

  @Test
  void theSameWordsOnceMoreAreTheSameRequestForADay() {
    desk.mailbox.deliver(aMail("Still away", "I am at the beach."));
    desk.mailbox.deliver(aMail("Still away", "I am at the beach."));
    desk.mailbox.deliver(aMail("Still away", "I am in the mountains."));
    desk.poll();
    desk.clock.pass(Duration.ofHours(25));
    desk.mailbox.deliver(aMail("Still away", "I am at the beach."));
    desk.poll();

    assertThat(states())
        .containsExactly(
            MailState.TICKET_CREATED,
            MailState.APPENDED,
            MailState.TICKET_CREATED,
            MailState.TICKET_CREATED);
  }

  @Test
  void whoOpensTooManyTicketsFindsTheRestCollectedInTheLast() {
    for (int i = 1; i <= 23; i++) {
      desk.mailbox.deliver(aMail("Alert " + i, "number " + i));
    }
    desk.poll();
    desk.mailbox.deliver(aMail("Mine", "x").replace(customer, "other." + customer));
    desk.poll();

    List<ReceivedMail> mails = desk.mails();
    assertThat(desk.facts.ofType(TicketOpened.class)).hasSize(21);
    assertThat(mails.subList(20, 23))
        .allSatisfy(
            mail -> {
              assertThat(mail.state()).isEqualTo(MailState.APPENDED);
              assertThat(mail.ticket()).isEqualTo(mails.get(19).ticket());
            });
    assertThat(desk.facts.ofType(CustomerWrote.class)).isEmpty();
    TicketId last = mails.get(19).ticket().orElseThrow();
    assertThat(
            desk.transactions.inNew(
                () -> desk.tickets.get(last).messages().stream().map(Message::text).toList()))
        .containsExactly("number 20", "number 21", "number 22", "number 23");
    assertThat(
            desk.transactions.inNew(
                () -> desk.tickets.get(last).history().stream().map(HistoryEntry::kind).toList()))
        .containsOnlyOnce(HistoryKind.COLLECTING);

    desk.clock.pass(Duration.ofHours(1));
    desk.mailbox.deliver(aMail("Alert 24", "number 24"));
    desk.poll();
    assertThat(desk.mails().get(24).state()).isEqualTo(MailState.TICKET_CREATED);
  }

  /** Who hides behind many addresses of one domain opens no more than it may. */
  @Test
  void whatADomainSendsBeyondItsLimitIsCollectedWithItsSenderOrWaitsForAPerson() {
    var strict = new IntakeDesk(database, new IntakeLimits(20, 3));
    String domain = "@" + UUID.randomUUID() + ".example";
    List<String> senders = List.of("a", "b", "c", "d", "a");
    for (int i = 0; i < senders.size(); i++) {
      strict.mailbox.deliver(
          aMail("Alert " + i, "number " + i).replace(customer, senders.get(i) + domain));
    }
    strict.mailbox.deliver(aMail("Mine", "x"));
    strict.poll();

    assertThat(strict.mails())
        .extracting(ReceivedMail::state)
        .containsExactly(
            MailState.TICKET_CREATED,
            MailState.TICKET_CREATED,
            MailState.TICKET_CREATED,
            MailState.QUARANTINED,
            MailState.APPENDED,
            MailState.TICKET_CREATED);
    assertThat(strict.mails().get(4).ticket())
        .as("their own, not a neighbour's")
        .isEqualTo(strict.mails().get(0).ticket());

    strict.clock.pass(Duration.ofHours(1));
    strict.mailbox.deliver(aMail("Alert 9", "number 9").replace(customer, "d" + domain));
    strict.poll();
    assertThat(strict.mails().get(6).state()).isEqualTo(MailState.TICKET_CREATED);
  }

  /** Counting and acting is one thing, on however many nodes. */
  @Test
  void twoNodesTogetherKeepToTheLimitOfOneSender() throws Exception {
    var other = new IntakeDesk(database);
    desk.mailbox.deliver(aMail("Alert 0", "number 0"));
    desk.poll();
    for (int i = 1; i <= 30; i++) {
      desk.mailbox.deliver(aMail("Alert " + i, "number " + i));
    }
    desk.collectMail.collect();

    ExecutorService nodes = Executors.newFixedThreadPool(2);
    List<Future<Integer>> rounds =
        nodes.invokeAll(List.of(takeInMail::takeInWaiting, other.takeInMail::takeInWaiting));
    for (Future<Integer> round : rounds) {
      round.get(1, TimeUnit.MINUTES);
    }
    nodes.shutdown();

    assertThat(states())
        .doesNotContain(MailState.RECEIVED)
        .filteredOn(MailState.TICKET_CREATED::equals)
        .hasSize(20);
  }

  /** A node was frozen for minutes; another did its work. */
  @Test
  void whoSleptThroughTheEndOfTheirClaimOpensNoSecondTicket() {
    var sleeper = new IntakeDesk(database);
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.collectMail.collect();
    meanwhileAnotherNodeTakesIn(sleeper);

    sleeper.takeInMail.takeInWaiting();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(desk.facts.ofType(TicketOpened.class)).hasSize(1);
    assertThat(sleeper.facts.announced()).isEmpty();
  }

  @Test
  void whoSleptThroughTheEndOfTheirClaimQuarantinesNothing() {
    var nothingMayBeNested =
        new MailBounds(-1, 500, 256 * 1024, 1024 * 1024, 1000, Duration.ofSeconds(10));
    var sleeper = new IntakeDesk(database, SETTINGS, SEAL, nothingMayBeNested);
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.collectMail.collect();
    meanwhileAnotherNodeTakesIn(sleeper);

    sleeper.takeInMail.takeInWaiting();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(transactions.inNew(quarantine::size)).isZero();
  }

  @Test
  void whoSleptThroughTheEndOfTheirClaimGivesNothingBack() {
    for (RuntimeException trouble :
        List.of(new IllegalStateException("broken"), Scanners.unavailable())) {
      var sleeper = new IntakeDesk(database);
      desk.mailbox.deliver(aMail("Printer on fire", trouble.getMessage()));
      desk.collectMail.collect();
      sleeper.duringReading =
          () -> {
            takenInElsewhere();
            throw trouble;
          };

      sleeper.takeInMail.takeInWaiting();
    }

    assertThat(states()).hasSize(2).containsOnly(MailState.TICKET_CREATED);
    assertThat(mails())
        .allSatisfy(
            mail -> {
              assertThat(mail.attempts()).isEqualTo(2);
              assertThat(mail.reason()).contains("refers to nothing we know");
            });
  }

  /** The claim is over, but nobody else has come yet. */
  @Test
  void whoeverIsStillTheLastToHaveClaimedAMailDecidesAboutIt() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.collectMail.collect();
    desk.duringReading = this::letLeasesExpire;

    desk.takeInMail.takeInWaiting();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  private void meanwhileAnotherNodeTakesIn(IntakeDesk sleeper) {
    sleeper.duringReading =
        () -> {
          sleeper.duringReading = () -> {};
          takenInElsewhere();
        };
  }

  private void takenInElsewhere() {
    letLeasesExpire();
    assertThat(takeInMail.takeInWaiting()).isEqualTo(1);
  }

  @Test
  void aStrangersMailWithAnIdOfOurDomainIsNotAnswered() {
    desk.mailbox.deliver(
        aMail("Hello", "x").replace("@customer.example>\n\n", "@tierline.example>\n\n"));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(desk.mails().get(0).isAnswerable()).isFalse();
  }

  @Test
  void whoeverCallsOurMailUnwantedIsNotedInTheTicket() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);

    desk.mailbox.deliver(
        """
        From: feedback@provider.example
        Subject: FW: We have received your request
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b
        Content-Type: text/rfc822-headers

        Message-ID: %s

        --b--
        """
            .formatted(ours));
    desk.poll();

    assertThat(this.<HistoryEntry>inTicket(IntakeContract::lastEntry).what())
        .contains("reported it as unwanted");
  }

  @Test
  void aMailWithoutSenderWaitsForAPersonAndCanBeTriedAgain() {
    mailbox.deliver("Subject: who am I\n\nno sender\n");
    poll();

    ReceivedMail waiting = transactions.inNew(() -> quarantine.waiting(10)).get(0);
    assertThat(waiting.reason().orElseThrow()).contains("no sender");
    assertThat(transactions.inNew(() -> quarantine.rawHeaders(waiting.id())))
        .isEqualTo("Subject: who am I");

    inQuarantine(() -> quarantine.replay(waiting.id()));
    assertThat(states()).containsExactly(MailState.RECEIVED);
    poll();
    assertThat(states()).containsExactly(MailState.QUARANTINED);
  }

  @Test
  void aDiscardedMailIsKeptWithTheReasonButWaitsNoMore() {
    mailbox.deliver("Subject: spam\n\nno sender\n");
    poll();
    ReceivedMail waiting = transactions.inNew(() -> quarantine.waiting(10)).get(0);

    inQuarantine(() -> quarantine.discard(waiting.id(), "lena", "An advertisement"));

    assertThat(transactions.inNew(() -> quarantine.waiting(10))).isEmpty();
    assertThat(transactions.inNew(quarantine::size)).isZero();
    assertThat(transactions.inNew(() -> quarantine.original(waiting.id()))).isPresent();
    assertThat(mails().get(0).discardReason()).contains("An advertisement");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> inQuarantine(() -> quarantine.replay(waiting.id())))
        .withMessageContaining("somebody was faster");
  }

  @Test
  void theLeadsAreToldOfEachQuarantinedMailOnce() {
    mailbox.deliver("Subject: one\n\nno sender\n");
    mailbox.deliver("Subject: two\n\nno sender\n");
    poll();

    raiseAlarm();
    raiseAlarm();

    assertThat(facts.ofType(MailsQuarantined.class)).hasSize(1);
    assertThat(facts.ofType(MailsQuarantined.class).get(0).mails())
        .extracting(MailsQuarantined.Entry::subject)
        .containsExactlyInAnyOrder("one", "two"); // both came at the same moment
  }

  @Test
  void aMailWithNothingInItIsStillATicket() {
    mailbox.deliver("From: " + customer + "\n\n");

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(onlyTicket().subject()).isEqualTo("(no subject)");
  }

  @Test
  void textNoDatabaseLikesIsCleanedNotRefused() {
    mailbox.deliver(aMail("bad \u0000 subject", "zero \u0000 and bell \u0007"));

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void anAttachmentBeyondTheLimitLeavesANoteAndStaysInTheOriginal() {
    mailbox.deliver(
        """
        From: %s
        Subject: big
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        see file
        --b
        Content-Type: text/plain; name=big.log
        Content-Disposition: attachment; filename=big.log

        %s
        --b--
        """
            .formatted(customer, "x".repeat(3000)));

    poll();

    assertThat(onlyTicket().number()).isNotNull();
    String text = inTicket(t -> t.messages().get(0).text());
    assertThat(text)
        .startsWith("see file")
        .contains("big.log", "larger than the 1 KB this desk accepts");
    assertThat(mails().get(0).size()).isGreaterThan(3000);
  }

  @Test
  void aMailOfThirtyMegabytesIsTakenIn() {
    byte[] head =
        ("From: " + customer + "\r\nSubject: heavy\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] heavy = new byte[30 * 1024 * 1024];
    Arrays.fill(heavy, (byte) 'x');
    System.arraycopy(head, 0, heavy, 0, head.length);
    mailbox.deliver(heavy);

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(this.<String>inTicket(t -> t.messages().get(0).text()))
        .contains("the desk keeps the original");
  }

  @Test
  void aCrashBeforeTheMailIsFlaggedNeitherLosesNorDoublesIt() {
    mailbox.deliver(aMail("Crash", "between commit and flag"));
    mailbox.breaksBeforeSeen = true;
    collectMail.collect();
    mailbox.breaksBeforeSeen = false;
    clock.pass(Duration.ofMinutes(10));

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void aCrashWhileTheTicketIsOpenedLeavesTheMailToTheNextAttempt() {
    mailbox.deliver(aMail("Crash", "inside"));
    boolean[] crashes = {true};
    facts.on(
        TicketOpened.class,
        fact -> {
          if (crashes[0]) {
            throw new IllegalStateException("the engine was not there");
          }
        });

    poll();
    assertThat(states()).containsExactly(MailState.RECEIVED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("the engine was not there");
    crashes[0] = false;
    letLeasesExpire();
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void aMailThatAlwaysFailsIsSetAsideAfterThreeTimesAndTheOthersPass() {
    mailbox.deliver(aMail("Good 1", "x"));
    mailbox.deliver(aMail("Poison", "x"));
    mailbox.deliver(aMail("Good 2", "x"));
    facts.on(
        TicketOpened.class,
        fact -> {
          if (tickets.get(fact.ticket()).subject().equals("Poison")) {
            throw new IllegalStateException("poison");
          }
        });

    for (int i = 0; i < 4; i++) {
      poll();
      letLeasesExpire();
    }

    assertThat(states())
        .containsExactly(MailState.TICKET_CREATED, MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(1).reason().orElseThrow()).contains("poison");
    assertThat(mails().get(1).attempts()).isEqualTo(3);
  }

  /** Nothing of such an attempt is left but that it was begun. */
  @Test
  void aMailTheServerDiesOfIsSetAsideAfterThreeTimes() {
    mailbox.deliver(aMail("Deadly", "x"));
    collectMail.collect();
    for (int i = 0; i < 3; i++) {
      assertThat(claimed()).isPresent();
      letLeasesExpire();
    }

    poll();

    assertThat(states()).containsExactly(MailState.QUARANTINED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("did not survive");
  }

  private Optional<ReceivedMail> claimed() {
    return transactions.inNew(() -> StoredMails.in(transactions.entityManager()).claim());
  }

  @Test
  void aMailThatTakesAllMemoryIsSetAsideAndTheOthersPass() {
    mailbox.deliver(aMail("Huge", "x"));
    mailbox.deliver(aMail("Small", "x"));
    facts.on(
        TicketOpened.class,
        fact -> {
          if (tickets.get(fact.ticket()).subject().equals("Huge")) {
            throw new OutOfMemoryError("Java heap space");
          }
        });

    for (int i = 0; i < 3; i++) {
      poll();
      letLeasesExpire();
    }

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("OutOfMemoryError");
  }

  @Test
  void troubleOfTheDatabaseIsNotCountedAgainstTheMail() {
    mailbox.deliver(aMail("Innocent", "x"));
    boolean[] away = {true};
    facts.on(
        TicketOpened.class,
        fact -> {
          if (away[0]) {
            throw new PersistenceException("the database was not there");
          }
        });
    for (int i = 0; i < 5; i++) {
      poll();
      letLeasesExpire();
    }
    assertThat(mails().get(0).attempts()).isZero();
    assertThat(mails().get(0).excuses()).isEqualTo(5);

    away[0] = false;
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void aMailTheServerWillNotHandOverHoldsUpNoOther() {
    mailbox.deliver(aMail("Good 1", "x"));
    long stuck = mailbox.deliver(aMail("Stuck", "x"));
    mailbox.deliver(aMail("Good 2", "x"));
    mailbox.unfetchable.add(stuck);

    poll();
    assertThat(states())
        .containsExactly(MailState.TICKET_CREATED, MailState.UNFETCHED, MailState.TICKET_CREATED);
    mailbox.unfetchable.clear();
    poll();

    assertThat(states()).hasSize(3).containsOnly(MailState.TICKET_CREATED);
  }

  @Test
  void aMailThatBreaksTheConnectionEveryTimeEndsInQuarantine() {
    long deadly = mailbox.deliver(aMail("Deadly", "x"));
    mailbox.deliver(aMail("Behind it", "x"));
    mailbox.deadly.add(deadly);

    for (int i = 0; i < 6; i++) {
      poll();
      clock.pass(Duration.ofMinutes(10));
    }

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
  }

  /** Its sender makes a rule begin anew at every word, which takes half a minute. */
  @Test
  void aMailMadeToKeepARuleBusyEndsInQuarantineAndHoldsUpNoOther() {
    mailbox.deliver(
        aMail("Busy", "x")
            .replace("Carla Customer", "mdaemon ".repeat(30_000) + "=?utf-8?q?=E2=80=A8?="));
    mailbox.deliver(aMail("Behind it", "x"));
    desk.duringReading = () -> clock.pass(Duration.ofMillis(10));

    poll();

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(0).reason()).contains("Reading it takes longer than 10 seconds");
  }

  @Test
  void aMailTheLibraryTripsOverEndsInQuarantineAndHoldsUpNoOther() {
    long baffling = mailbox.deliver(aMail("Baffling", "x"));
    mailbox.deliver(aMail("Behind it", "x"));
    mailbox.baffling.add(baffling);

    poll();
    assertThat(states()).containsExactly(MailState.UNFETCHED, MailState.TICKET_CREATED);
    for (int i = 0; i < 4; i++) {
      poll();
    }

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("IndexOutOfBoundsException");
  }

  @Test
  void anUnreachableMailboxIsTriedMoreAndMoreRarelyAndReported() {
    mailbox.unreachable = true;
    collectMail.collect();
    collectMail.collect();
    assertThat(mailbox.visits).isEqualTo(1);
    assertThat(collectMail.statuses().get(0).isHealthy()).isFalse();

    clock.pass(Duration.ofSeconds(2));
    collectMail.collect();
    clock.pass(Duration.ofSeconds(2));
    collectMail.collect();
    assertThat(mailbox.visits).isEqualTo(2);

    mailbox.unreachable = false;
    clock.pass(Duration.ofSeconds(2));
    collectMail.collect();
    assertThat(collectMail.statuses().get(0).isHealthy()).isTrue();
    assertThat(collectMail.statuses().get(0).lastRead()).contains(clock.instant());
  }

  @Test
  void aRefusedPasswordIsNotTriedEveryFewSeconds() {
    mailbox.refused = true;
    collectMail.collect();
    clock.pass(Duration.ofMinutes(4));
    collectMail.collect();
    assertThat(mailbox.visits).isEqualTo(1);

    clock.pass(Duration.ofMinutes(1));
    collectMail.collect();
    assertThat(mailbox.visits).isEqualTo(2);
  }

  @Test
  void onlyOneNodeReadsAMailbox() {
    CollectMail elsewhere = desk.collector();
    mailbox.deliver(aMail("Elect", "x"));

    assertThat(collectMail.collect()).isEqualTo(1);
    assertThat(elsewhere.collect()).isZero();
    assertThat(mailbox.visits).isEqualTo(1);
  }

  @Test
  void ticketsOfMachinesAreNotAnswered() {
    mailbox.deliver("Auto-Submitted: auto-generated\n" + aMail("Alert", "disk full"));
    poll();

    var correspondence = new Correspondence(StoredMails.in(transactions.entityManager()));
    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(
            transactions.inNew(
                () ->
                    correspondence.mayAnswerAutomatically(
                        facts.ofType(TicketOpened.class).get(0).ticket())))
        .isFalse();
  }

  private void poll() {
    desk.poll();
  }

  private String aMail(String subject, String text) {
    return """
        From: Carla Customer <%s>
        To: support@tierline.example
        Subject: %s
        Date: Mon, 23 Nov 2026 09:00:00 +0000
        Message-ID: <%s@customer.example>

        %s
        """
        .formatted(customer, subject, UUID.randomUUID(), text);
  }

  private static String aBounce(String action, String status, MailId original) {
    return """
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mx.elsewhere.example>
        To: support@tierline.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; carla@forwarded.example
        Action: %s
        Status: %s
        --b
        Content-Type: text/rfc822-headers

        Message-ID: %s

        --b--
        """
        .formatted(action, status, original);
  }

  /** It names a recipient, and of the mail nothing. */
  private static String aReport(String to, String subject, String recipient) {
    return """
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mx.elsewhere.example>
        To: %s
        Subject: %s
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; %s
        Action: failed
        Status: 5.1.1
        --b--
        """
        .formatted(to, subject, recipient);
  }

  private static HistoryEntry lastEntry(Ticket ticket) {
    return ticket.history().get(ticket.history().size() - 1);
  }

  private String aMail(String subject, String text, MailId inReplyTo) {
    return "In-Reply-To: " + inReplyTo + "\n" + aMail(subject, text);
  }

  private MailId weWrote(Ticket ticket, Audience audience) {
    MailId id = SEAL.newId(Optional.of(ticket.id().value()), audience, SETTINGS.supportAddress());
    outbox.enqueue(
        new OutgoingMail(
            id,
            Optional.of(ticket.id().value()),
            audience,
            new EmailAddress(customer),
            HOUSE,
            new HeaderText("hello"),
            "",
            "",
            Optional.empty(),
            List.of(),
            AutoSubmitted.AUTO_REPLIED));
    return id;
  }

  /** The first ticket that was opened. */
  private Ticket onlyTicket() {
    return inTicket(ticket -> ticket);
  }

  private <T> T inTicket(Function<Ticket, T> question) {
    var opened = facts.ofType(TicketOpened.class).get(0);
    return transactions.inNew(() -> question.apply(tickets.get(opened.ticket())));
  }

  private List<ReceivedMail> mails() {
    return desk.mails();
  }

  private List<MailState> states() {
    return mails().stream().map(ReceivedMail::state).toList();
  }

  /** What a lead does there. */
  private interface Deed {
    void perform() throws NotInQuarantineException;
  }

  private void inQuarantine(Deed deed) {
    transactions.inNew(
        () -> {
          try {
            deed.perform();
            return true;
          } catch (NotInQuarantineException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void letLeasesExpire() {
    desk.letLeasesExpire();
  }
}
