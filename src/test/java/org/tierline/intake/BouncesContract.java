package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.mail.ReplyAddressFixture.replyAddress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.MailUndeliverable;
import org.tierline.ticket.Author;
import org.tierline.ticket.Content;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;

/** What mail servers and providers say of our mails finds its ticket and opens none. */
abstract class BouncesContract extends MailDeskContract {

  BouncesContract(TestDatabase database) {
    super(database);
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
              assertThat(fact.badAddress()).isTrue();
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
    theAddressIsHeldToBeBad(false);
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
    theAddressIsHeldToBeBad(true);
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
    theAddressIsHeldToBeBad(false);
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
    desk.customers
        .findByEmail(fact.recipient())
        .orElseThrow()
        .mailFailed(fact.reason(), clock.instant());
  }

  @Test
  void aBounceForAnotherReasonThanTheAddressDoesNotBlameIt() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();

    desk.mailbox.deliver(aBounce("failed", "5.7.1", weWrote(onlyTicket(), Audience.CUSTOMER)));
    desk.poll();

    theOwnerHearsThatNothingReachesTheCustomer();
    theAddressIsHeldToBeBad(false);
  }

  private void theAddressIsHeldToBeBad(boolean bad) {
    assertThat(desk.facts.ofType(MailUndeliverable.class))
        .extracting(MailUndeliverable::badAddress)
        .containsExactly(bad);
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
    assertThat(this.<HistoryEntry>inTicket(BouncesContract::lastEntry).what())
        .isEqualTo("mail to " + customer + " is delayed");
  }

  @Test
  void aBounceOfSomebodyElsesMailIsKeptAndListed() {
    var unknown = new MailId("<" + UUID.randomUUID() + "@elsewhere.example>");
    desk.mailbox.deliver(aBounce("failed", "5.1.1", unknown));
    desk.poll();

    assertThat(states()).containsExactly(MailState.SUPPRESSED);
    assertThat(desk.transactions.inNew(() -> desk.quarantine.setAside(0, 10)))
        .extracting(ReceivedMail::subject)
        .contains(Optional.of("Undelivered Mail Returned to Sender"));
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

    assertThat(this.<HistoryEntry>inTicket(BouncesContract::lastEntry).what())
        .contains("reported it as unwanted");
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
}
