package org.tierline.intake;

import static org.tierline.platform.mail.OutgoingMailFixture.HOUSE;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.AutoSubmitted;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.transactions.DatabaseTransactions;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.Tickets;

/** A desk that takes mail in, on a real database: what the contracts of intake have in common. */
abstract class MailDeskContract {

  final TestDatabase database;
  final IntakeDesk desk;
  final DatabaseTransactions transactions;
  final TestClock clock;
  final RecordedFacts facts;
  final MailboxInMemory mailbox;
  final OutboxInMemory outbox;
  final Tickets tickets;
  final CollectMail collectMail;
  final TakeInMail takeInMail;
  final Quarantine quarantine;
  final String customer = "carla." + UUID.randomUUID() + "@customer.example";

  MailDeskContract(TestDatabase database) {
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

  void raiseAlarm() {
    var alarm = new RaiseQuarantineAlarm(StoredMails.in(transactions.entityManager()), facts);
    transactions.inNew(
        () -> {
          alarm.raise();
          return true;
        });
  }

  void poll() {
    desk.poll();
  }

  String aMail(String subject, String text) {
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

  String aMail(String subject, String text, MailId inReplyTo) {
    return "In-Reply-To: " + inReplyTo + "\n" + aMail(subject, text);
  }

  /** Of the desk's own accord. */
  MailId weWrote(Ticket ticket, Audience audience) {
    return weWrote(ticket, audience, AutoSubmitted.AUTO_REPLIED);
  }

  MailId weWrote(Ticket ticket, Audience audience, AutoSubmitted autoSubmitted) {
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
            autoSubmitted));
    return id;
  }

  /** The first ticket that was opened. */
  Ticket onlyTicket() {
    return inTicket(ticket -> ticket);
  }

  <T> T inTicket(Function<Ticket, T> question) {
    var opened = facts.ofType(TicketOpened.class).get(0);
    return transactions.inNew(() -> question.apply(tickets.get(opened.ticket())));
  }

  List<ReceivedMail> mails() {
    return desk.mails();
  }

  List<MailState> states() {
    return mails().stream().map(ReceivedMail::state).toList();
  }

  /** What a lead does there. */
  interface Deed {
    void perform() throws NotInQuarantineException;
  }

  void inQuarantine(Deed deed) {
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

  void letLeasesExpire() {
    desk.letLeasesExpire();
  }
}
