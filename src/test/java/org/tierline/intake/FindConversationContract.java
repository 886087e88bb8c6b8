package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SUPPORT;
import static org.tierline.platform.mail.OutgoingMailFixture.sealOf;
import static org.tierline.platform.mail.ReplyAddressFixture.replyAddress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.StoredAgents;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.TicketReopened;

/** Which conversation a mail joins, and who is kept out. */
abstract class FindConversationContract {

  private final IntakeDesk desk;
  private final String carla = "carla." + UUID.randomUUID() + "@customer.example";
  private final String mallory = "mallory." + UUID.randomUUID() + "@elsewhere.example";
  private final String firstId = "<" + UUID.randomUUID() + "@customer.example>";

  FindConversationContract(TestDatabase database) {
    this.desk = new IntakeDesk(database);
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @Test
  void ourIdIsRecognisedThoughTheOutboxHasForgottenTheMail() {
    Ticket ticket = carlaAsks();

    take(mail(carla, "something else", "References: <x@y> " + ours(ticket)));

    assertThat(ends()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
  }

  @Test
  void aForgedOrForeignIdOfOursIsNobodys() {
    Ticket ticket = carlaAsks();
    String ours = ours(ticket).value();
    String altered = ours.replace(ours.charAt(50), ours.charAt(50) == '0' ? '1' : '0');
    MailId ofAnotherDesk =
        sealOf("another desk").newId(Optional.of(ticket.id().value()), Audience.CUSTOMER, SUPPORT);

    take(mail(mallory, "let me in", "In-Reply-To: " + altered));
    take(mail(mallory, "let me in, too", "In-Reply-To: " + ofAnotherDesk));
    take(mail(mallory, "me again", "To: " + forgedReplyAddress(ticket)));

    assertThat(ends()).hasSize(4).containsOnly(MailState.TICKET_CREATED);
    assertThat(this.<Integer>in(ticket, t -> t.messages().size())).isEqualTo(1);
  }

  @Test
  void theReplyAddressAloneFindsTheTicket() {
    Ticket ticket = carlaAsks();
    EmailAddress address = replyAddress(ticket.id().value());

    take(mail(carla, "no headers at all", "To: Support <" + address + ">"));
    take(mail(carla, "copied", "Cc: " + address.value().toUpperCase(Locale.ROOT)));
    take(mail(carla, "redirected", "Delivered-To: " + address));

    assertThat(ends().subList(1, 4)).containsOnly(MailState.APPENDED);
  }

  @Test
  void whoeverTheCustomerCopiedTakesPart() {
    String colleague = "bruno." + UUID.randomUUID() + "@customer.example";
    Ticket ticket = carlaAsks("Cc: Bruno <" + colleague + ">");

    take(mail(colleague, "Re: [#" + ticket.number().value() + "] Printer", ""));
    take(mail(mallory, "Re: [#" + ticket.number().value() + "] Printer", ""));

    assertThat(ends())
        .containsExactly(MailState.TICKET_CREATED, MailState.APPENDED, MailState.TICKET_CREATED);
  }

  @Test
  void aStrangersMailBecomesATicketThatNamesTheOther() {
    Ticket ticket = carlaAsks();

    take(mail(mallory, "Re: Printer", "In-Reply-To: " + firstId));

    assertThat(ends()).containsOnly(MailState.TICKET_CREATED);
    assertThat(this.<List<HistoryEntry>>in(lastOpened(), Ticket::history))
        .extracting(HistoryEntry::what)
        .contains("relates to " + ticket.number());
  }

  @Test
  void inTheNameOfStaffNobodySpeaksByMail() {
    Ticket ticket = carlaAsks();
    String ana = hire("Ana");
    String number = "Re: [#" + ticket.number().value() + "] Printer";

    take(mail(ana, number, ""));
    take(mail(ana, "Re: Printer", "In-Reply-To: " + ours(ticket)));
    take(mail(carla, number, "Reply-To: " + ana));
    take(mail(carla, "Re: yours now", "In-Reply-To: " + notification(ticket)));

    assertThat(ends().subList(1, 5)).containsOnly(MailState.QUARANTINED);
    assertThat(desk.mails().get(1).reason())
        .hasValueSatisfying(reason -> assertThat(reason).contains("in the name of Ana"));
  }

  @Test
  void aMemberOfStaffMayAskAsACustomerDoes() {
    String ana = hire("Ana");

    take(mail(ana, "My own printer", ""));
    take(mail(ana, "Re: [#" + lastOpened().number().value() + "] My own printer", ""));

    assertThat(ends()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
  }

  @Test
  void aReusedMessageIdIsAnotherMailAndPeopleAreTold() {
    carlaAsks();

    take(mail(carla, "Something else", "").replaceAll("Message-ID: .*", "Message-ID: " + firstId));

    assertThat(ends()).containsOnly(MailState.TICKET_CREATED);
    assertThat(this.<List<HistoryEntry>>in(lastOpened(), Ticket::history))
        .extracting(HistoryEntry::what)
        .anyMatch(what -> what.startsWith("its mail bears the Message-ID of another mail, in #"));
  }

  @Test
  void aClosedTicketReopensForATimeAndThenANewOneNamesIt() {
    Ticket ticket = carlaAsks();
    in(
        ticket,
        t -> {
          t.close("solved", desk.clock.instant());
          return true;
        });
    desk.clock.pass(Duration.ofDays(13));
    take(mail(carla, "Re: Printer", "In-Reply-To: " + ours(ticket)));
    assertThat(desk.facts.ofType(TicketReopened.class)).hasSize(1);

    in(
        ticket,
        t -> {
          t.close("solved again", desk.clock.instant());
          return true;
        });
    desk.clock.pass(Duration.ofDays(15));
    String late = mail(carla, "Re: Printer", "In-Reply-To: " + ours(ticket));
    assertThat(desk.explainMail.explain(Spool.of(late.getBytes(StandardCharsets.UTF_8))))
        .satisfies(
            told -> {
              assertThat(told.verdict()).isEqualTo("new-ticket");
              assertThat(told.reason()).contains("closed too long ago");
            });
    take(late);

    assertThat(ends())
        .containsExactly(MailState.TICKET_CREATED, MailState.APPENDED, MailState.TICKET_CREATED);
  }

  private Ticket carlaAsks(String... headers) {
    take(
        mail(carla, "Printer", String.join("\n", headers))
            .replaceAll("Message-ID: .*", "Message-ID: " + firstId));
    return lastOpened();
  }

  private Ticket lastOpened() {
    List<TicketOpened> opened = desk.facts.ofType(TicketOpened.class);
    return desk.transactions.inNew(() -> desk.tickets.get(opened.get(opened.size() - 1).ticket()));
  }

  private <T> T in(Ticket ticket, Function<Ticket, T> question) {
    return desk.transactions.inNew(() -> question.apply(desk.tickets.get(ticket.id())));
  }

  private void take(String mail) {
    desk.mailbox.deliver(mail);
    desk.poll();
  }

  private List<MailState> ends() {
    return desk.mails().stream().map(ReceivedMail::state).toList();
  }

  private static String mail(String from, String subject, String headers) {
    String more = headers.isEmpty() ? "" : headers + "\n";
    return """
        From: Somebody <%s>
        %s%sSubject: %s
        Date: Mon, 23 Nov 2026 09:00:00 +0000
        Message-ID: <%s@program.example>

        Hello!
        """
        .formatted(
            from,
            headers.startsWith("To:") ? "" : "To: support@tierline.example\n",
            more,
            subject,
            UUID.randomUUID());
  }

  private static MailId ours(Ticket ticket) {
    return SEAL.newId(Optional.of(ticket.id().value()), Audience.CUSTOMER, SUPPORT);
  }

  private static MailId notification(Ticket ticket) {
    return SEAL.newId(Optional.of(ticket.id().value()), Audience.STAFF, SUPPORT);
  }

  private static String forgedReplyAddress(Ticket ticket) {
    String address = replyAddress(ticket.id().value()).value();
    int last = address.indexOf('@') - 1;
    return address.substring(0, last)
        + (address.charAt(last) == 'a' ? 'b' : 'a')
        + address.substring(last + 1);
  }

  private String hire(String name) {
    String login = name + UUID.randomUUID();
    String email = login.toLowerCase(Locale.ROOT) + "@tierline.example";
    desk.database.doInTransaction(
        em ->
            StoredAgents.in(em)
                .add(
                    new Agent(
                        new AgentId(login),
                        name,
                        new EmailAddress(email),
                        new TeamId("nobody-else"),
                        Set.of(),
                        Set.of("en"),
                        40)));
    return email;
  }
}
