package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.mail.ReplyAddressFixture.replyAddress;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.StoredAgents;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;

/** Mails that come from one address and want their answers at another. */
abstract class FormMailContract {

  private static final String FORM = "wordpress@shop.example";

  private final IntakeDesk desk;
  private final String carla = "carla." + UUID.randomUUID() + "@customer.example";
  private final String bruno = "bruno." + UUID.randomUUID() + "@customer.example";

  FormMailContract(TestDatabase database) {
    this.desk = new IntakeDesk(database);
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @ParameterizedTest
  @ValueSource(strings = {FORM, "relay@forms.example", "noreply@tierline.example"})
  void whoFillsInAFormAsks(String form) {
    take(mail(form, "Carla <" + carla + ">", "Question", "Is it red?"));

    assertThat(requesterOfLast()).isEqualTo(carla);
    assertThat(desk.mails().get(0).isAnswerable()).isTrue();
    assertThat(historyOfLast()).noneMatch(what -> what.contains("answers are wanted"));
  }

  @Test
  void aDeskIsToldWhyItIsThem() {
    Explanation explained = explain(mail(FORM, "Carla <" + carla + ">", "Question", "Is it red?"));

    assertThat(explained.from()).isEqualTo(new MailPerson("Carla", carla));
    assertThat(explained.mayAnswer()).isTrue();
    assertThat(explained.checks())
        .contains(
            new Judgement.Check("sent by a form", "%s is a form; %s asks".formatted(FORM, carla)));
  }

  /** Or twenty questions to a shop in an hour would be one ticket. */
  @Test
  void eachHasALimitOfTheirOwn() {
    for (int i = 0; i < 20; i++) {
      take(mail(FORM, carla, "Question " + i, "number " + i));
    }
    take(mail(FORM, bruno, "Another question", "Mine"));

    assertThat(last().state()).isEqualTo(MailState.TICKET_CREATED);
    assertThat(requesterOfLast()).isEqualTo(bruno);

    take(mail(FORM, carla, "One too many", "number 20"));
    assertThat(last().state()).isEqualTo(MailState.APPENDED);
  }

  @Test
  void whoeverFilledItInTakesPartAndNobodyElseWhoUsesIt() {
    take(mail(FORM, carla, "Question", "Is it red?"));
    String number = ticketOfLast().number().toString();

    take(mail(FORM, bruno, "Re: [" + number + "] Question", "What did they ask?"));
    take(mail(FORM, carla, "Re: [" + number + "] Question", "Is it, or not?"));
    take(mail(carla, "", "Re: [" + number + "] Question", "Hello?"));

    assertThat(desk.mails())
        .extracting(ReceivedMail::state)
        .containsExactly(
            MailState.TICKET_CREATED,
            MailState.TICKET_CREATED,
            MailState.APPENDED,
            MailState.APPENDED);
  }

  @Test
  void nobodyBecomesStaffByFillingInAForm() {
    String ana = hire("ana");

    take(mail(FORM, ana, "Question", "Is it red?"));

    assertThat(requesterOfLast()).isEqualTo(FORM);
    assertThat(checkOf(mail(FORM, ana, "Another", "x"))).contains("is the address of ana");
  }

  @Test
  void theDeskNeverAsksItself() {
    String sealed = replyAddress(UUID.randomUUID()).value();
    for (String ours : List.of("support@tierline.example", sealed)) {
      take(mail(FORM, ours, "Question " + ours, "Is it red?"));

      assertThat(requesterOfLast()).isEqualTo(FORM);
      assertThat(checkOf(mail(FORM, ours, "Another", "x"))).contains("an address of the desk");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "a@customer.example, b@customer.example"})
  void whoIsNotOnePersonCannotBeAnswered(String replyTo) {
    take(mail(FORM, replyTo, "Question", "Is it red?"));

    assertThat(requesterOfLast()).isEqualTo(FORM);
    assertThat(checkOf(mail(FORM, replyTo, "Another", "x"))).contains("does not name one person");
  }

  /** What a program wrote of its own accord it also wrote through a form. */
  @Test
  void aMachineRemainsOne() {
    take("Auto-Submitted: auto-generated\n" + mail(FORM, carla, "Alert", "It burns."));
    take(mail(FORM, "noreply@customer.example", "Alert", "It burns again."));

    assertThat(desk.mails()).extracting(ReceivedMail::isAnswerable).containsOnly(false);
  }

  @Test
  void nobodyElseLeadsOurAnswersAway() {
    take(mail(carla, bruno, "Question", "Is it red?"));

    assertThat(requesterOfLast()).isEqualTo(carla);
    assertThat(historyOfLast())
        .contains("answers are wanted at %s; we write to %s".formatted(bruno, carla));
    assertThat(explain(mail(carla, bruno, "Another", "x")).remarks())
        .containsExactly("answers are wanted at %s; we write to %s".formatted(bruno, carla));
    assertThat(checkOf(mail(carla, bruno, "Another", "x"))).isEqualTo("no");
  }

  @Test
  void whoWantsTheirAnswersWhereTheyWroteFromIsNotSpokenOf() {
    String ours = "support@tierline.example";

    assertThat(explain(mail(carla, carla.toUpperCase(Locale.ROOT), "Question", "x")).remarks())
        .isEmpty();
    assertThat(explain(mail(carla, ours, "Question", "x")).remarks()).isEmpty();
    assertThat(explain(mail(carla, "a@x.example, b@x.example, c@x.example, d@x.example", "Q", "x")))
        .extracting(explained -> explained.remarks().get(0))
        .asString()
        .contains("a@x.example, b@x.example, c@x.example and 1 more");
  }

  private void take(String mail) {
    desk.mailbox.deliver(mail);
    desk.poll();
  }

  private Explanation explain(String mail) {
    return desk.explainMail.explain(Spool.of(mail.getBytes(StandardCharsets.UTF_8)));
  }

  private String checkOf(String mail) {
    return explain(mail).checks().stream()
        .filter(check -> check.name().equals("sent by a form"))
        .map(Judgement.Check::found)
        .findFirst()
        .orElseThrow();
  }

  private ReceivedMail last() {
    List<ReceivedMail> mails = desk.mails();
    return mails.get(mails.size() - 1);
  }

  private Ticket ticketOfLast() {
    TicketId ticket = last().ticket().orElseThrow();
    return desk.transactions.inNew(() -> desk.tickets.get(ticket));
  }

  private String requesterOfLast() {
    Ticket ticket = ticketOfLast();
    return desk.transactions.inNew(() -> desk.customers.get(ticket.customer()).email().value());
  }

  private List<String> historyOfLast() {
    TicketId ticket = last().ticket().orElseThrow();
    return desk.transactions.inNew(
        () -> desk.tickets.get(ticket).history().stream().map(HistoryEntry::what).toList());
  }

  private static String mail(String from, String replyTo, String subject, String text) {
    return """
        From: A shop <%s>
        To: support@tierline.example
        %sSubject: %s
        Date: Mon, 23 Nov 2026 09:00:00 +0000
        Message-ID: <%s@%s>

        %s
        """
        .formatted(
            from,
            replyTo.isEmpty() ? "" : "Reply-To: " + replyTo + "\n",
            subject,
            UUID.randomUUID(),
            new EmailAddress(from).domain(),
            text);
  }

  private String hire(String name) {
    EmailAddress email = new EmailAddress(name + "." + UUID.randomUUID() + "@tierline.example");
    desk.database.doInTransaction(
        em ->
            StoredAgents.in(em)
                .add(
                    new Agent(
                        new AgentId(email.value()),
                        name,
                        email,
                        TeamId.TIER1,
                        Set.of(),
                        Set.of("en"),
                        40)));
    return email.value();
  }
}
