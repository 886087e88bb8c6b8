package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.AutoSubmitted;
import org.tierline.platform.mail.MailId;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.Message;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.TicketReopened;
import org.tierline.ticket.TicketStatus;

/**
 * Machines open nothing, wake nobody and get no answer; people who write about machines are heard.
 */
abstract class MachinesContract extends MailDeskContract {

  MachinesContract(TestDatabase database) {
    super(database);
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
        "X-Auto-Response-Suppress: All",
        "Precedence: bulk",
        "Precedence: junk",
        "X-Loop: ticket"
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

  /** Whom a person has just asked something may well answer on their way out. */
  @Test
  void aQuickAnswerToAPersonIsHeardWhateverItSaysOfAbsence() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER, AutoSubmitted.NO);

    desk.mailbox.deliver(aMail("Re: hello", "Call today, I am on holiday from Monday on.", ours));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
    assertThat(desk.facts.ofType(CustomerWrote.class)).hasSize(1);
  }

  /** The reminder is the desk's own, but somebody waits for what comes. */
  @Test
  void aQuickAnswerToAReminderIsHeardWhateverItSaysOfAbsence() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    transactions.inNew(
        () -> {
          tickets.get(onlyTicket().id()).waitForCustomer(clock.instant());
          return true;
        });
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER, AutoSubmitted.AUTO_GENERATED);

    desk.mailbox.deliver(aMail("Re: hello", "The red one, and I am on holiday now.", ours));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
    assertThat(desk.facts.ofType(CustomerWrote.class)).hasSize(1);
  }

  /** Their subject reads like a machine's, and nothing else does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Out of office assistant does not work",
        "Automatic reply cannot be switched off",
        "Abwesenheitsassistent antwortet nicht",
        "Auto: Versicherung kündigen"
      })
  void whoAsksAboutAutomaticAnswersGetsATicket(String subject) {
    desk.mailbox.deliver(aMail(subject, "Please help."));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void aSubjectOfAnAbsenceNoteCountsRightAfterAMailOfOursAndInAnAnswerToAny() {
    desk.mailbox.deliver("In-Reply-To: <forged@us.example>\n" + aMail("Out of office", "Away."));
    desk.poll();
    assertThat(states()).containsExactly(MailState.SUPPRESSED);

    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    weWrote(onlyTicket(), Audience.CUSTOMER);
    desk.mailbox.deliver(aMail("Out of office", "Away until Monday."));
    desk.poll();

    assertThat(states())
        .containsExactly(MailState.SUPPRESSED, MailState.TICKET_CREATED, MailState.SUPPRESSED);
  }

  /** Who redirects their old address to the desk by a rule of Exchange is not a machine. */
  @Test
  void whatARuleOfExchangePassesOnIsARequest() {
    desk.mailbox.deliver(
        "X-MS-Exchange-Inbox-Rules-Loop: info@shop.example\n" + aMail("Order 7", "Where is it?"));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(desk.mails().get(0).isAnswerable()).isTrue();
  }

  @Test
  void aSecondRequestAboutSomebodysAbsenceIsATicket() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    desk.mailbox.deliver(aMail("Mails for Peter", "Forward them, he is on parental leave."));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.TICKET_CREATED);
  }

  /** It may be a note all the same, but a person reads it. */
  @Test
  void aSecondRequestAboutSomebodysAbsenceRightAfterOurAcknowledgementIsRead() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    weWrote(onlyTicket(), Audience.CUSTOMER);
    desk.mailbox.deliver(aMail("Mails for Peter", "Forward them, he is on parental leave."));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
    assertThat(desk.facts.ofType(CustomerWrote.class)).hasSize(1);
  }

  @Test
  void whatIsSentToManyIsHeardInATicketSomebodyWorksOn() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);

    desk.mailbox.deliver("Precedence: bulk\n" + aMail("Re: hello", "It still burns.", ours));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
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
  void aStrangersMailWithAnIdOfOurDomainIsNotAnswered() {
    desk.mailbox.deliver(
        aMail("Hello", "x").replace("@customer.example>\n\n", "@tierline.example>\n\n"));
    desk.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(desk.mails().get(0).isAnswerable()).isFalse();
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
}
