package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SUPPORT;
import static org.tierline.platform.mail.ReplyAddressFixture.replyAddress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.StoredAgents;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;
import org.tierline.ticket.ChooseCopies;
import org.tierline.ticket.ChooseCopiesFixture;
import org.tierline.ticket.Copies;
import org.tierline.ticket.Message;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.TakesNoPartException;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.WriteMessage;

/** People the customer copies: the agent sees them and may answer them, too. */
abstract class CopiedPeopleContract {

  private final IntakeDesk desk;
  private final ChooseCopies chooseCopies;
  private final WriteMessage writeMessage;
  private final EmailAddress carla = somebody("carla");
  private final EmailAddress bruno = somebody("bruno");
  private final EmailAddress dora = somebody("dora");
  private final EmailAddress mallory = somebody("mallory");

  CopiedPeopleContract(TestDatabase database) {
    this.desk = new IntakeDesk(database);
    var agents = StoredAgents.in(desk.transactions.entityManager());
    this.chooseCopies = ChooseCopiesFixture.among(desk.tickets, desk.customers, agents);
    this.writeMessage = new WriteMessage(desk.tickets, agents, desk.facts, desk.clock);
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @Test
  void theTicketRemembersWhoGotEachMail() {
    TicketId ticket = carlaAsks("Cc: Bruno <%s>, %s".formatted(bruno, SUPPORT));
    answers(ticket, carla, "Cc: " + dora);
    answers(ticket, carla, "X-Nothing: new");

    assertThat(this.<List<List<EmailAddress>>>in(ticket, CopiedPeopleContract::copies))
        .containsExactly(List.of(bruno), List.of(dora), List.of());
  }

  @Test
  void whoExpectsAnAnswerIsOfferedFirst() {
    TicketId ticket = carlaAsks("Cc: " + dora);
    answers(ticket, bruno, "Cc: %s, %s, %s".formatted(hire(), replyAddress(ticket.value()), carla));

    assertThat(offers(ticket))
        .containsExactly(new ChooseCopies.Offer(bruno, true), new ChooseCopies.Offer(dora, false));
  }

  @Test
  void whoWasHiredSinceReadsTheTicketAndNoCopies() {
    EmailAddress ana = somebody("ana");
    TicketId ticket = carlaAsks("Cc: " + ana);
    assertThat(offers(ticket)).hasSize(1);

    hire(ana);

    assertThat(offers(ticket)).isEmpty();
    refuses(ticket, ana);
  }

  @Test
  void anAnswerGoesToNobodyElse() {
    TicketId ticket = carlaAsks("Cc: " + bruno);
    carlaAsks("Cc: " + mallory);

    refuses(ticket, mallory);
    refuses(ticket, carla);
    refuses(ticket, SUPPORT);
    refuses(ticket, replyAddress(ticket.value()));
    assertThatExceptionOfType(TakesNoPartException.class)
        .isThrownBy(() -> choose(ticket, "bruno\r\nBcc: mallory"))
        .withMessage("bruno Bcc: mallory takes no part here");
  }

  @Test
  void anAnswerGoesToTenOthersAtMost() throws TakesNoPartException {
    List<EmailAddress> crowd = IntStream.range(0, 11).mapToObj(i -> somebody("p" + i)).toList();
    TicketId ticket = carlaAsks("Cc: " + String.join(",\n ", values(crowd)));

    assertThat(choose(ticket, values(crowd.subList(1, 11))).people()).hasSize(10);
    assertThatIllegalArgumentException().isThrownBy(() -> choose(ticket, values(crowd)));
  }

  @Test
  void theHistorySaysWhoHeardAnAnswer() throws TakesNoPartException {
    TicketId ticket = carlaAsks("Cc: %s, %s".formatted(bruno, dora));
    Copies copies =
        choose(ticket, bruno.value().toUpperCase(Locale.ROOT), dora.value(), dora.value());

    desk.transactions.inNew(
        () -> writeMessage.write(ticket, new AgentId("ana"), Purpose.REPLY, "Water.", copies));

    assertThat(this.<List<List<EmailAddress>>>in(ticket, CopiedPeopleContract::copies))
        .last()
        .isEqualTo(List.of(bruno, dora));
    assertThat(this.<Optional<String>>in(ticket, t -> last(t.history()).why()))
        .contains("also to %s, %s".formatted(bruno, dora));
  }

  @Test
  void whatColleaguesTellEachOtherIsCopiedToNobody() throws TakesNoPartException {
    TicketId ticket = carlaAsks("Cc: " + bruno);
    Copies copies = choose(ticket, bruno.value());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                desk.transactions.inNew(
                    () ->
                        writeMessage.write(
                            ticket, new AgentId("ana"), Purpose.NOTE, "Odd.", copies)));
  }

  /** By the seal of the mail they got, from whatever address they answer. */
  @Test
  void whatACopiedPersonAnswersIsTheirs() {
    TicketId ticket = carlaAsks("Cc: " + bruno);
    EmailAddress home = somebody("bruno.at.home");

    answers(ticket, home, "X-Nothing: new");

    assertThat(this.<Message>in(ticket, t -> last(t.messages())).author().name())
        .isEqualTo("Somebody " + home.value().replace("@", " at "));
    assertThat(offers(ticket)).contains(new ChooseCopies.Offer(home, true));
  }

  private static List<List<EmailAddress>> copies(Ticket ticket) {
    return ticket.messages().stream().map(Message::copies).toList();
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private List<ChooseCopies.Offer> offers(TicketId ticket) {
    return desk.transactions.inNew(() -> chooseCopies.offers(ticket));
  }

  private void refuses(TicketId ticket, EmailAddress person) {
    assertThatExceptionOfType(TakesNoPartException.class)
        .isThrownBy(() -> choose(ticket, person.value()))
        .withMessage(person + " takes no part here");
  }

  private Copies choose(TicketId ticket, String... people) throws TakesNoPartException {
    return choose(ticket, List.of(people));
  }

  private Copies choose(TicketId ticket, List<String> people) throws TakesNoPartException {
    Object chosen =
        desk.transactions.inNew(
            () -> {
              try {
                return chooseCopies.choose(ticket, people);
              } catch (TakesNoPartException e) {
                return e;
              }
            });
    if (chosen instanceof TakesNoPartException refusal) {
      throw refusal;
    }
    return (Copies) chosen;
  }

  private <T> T in(TicketId ticket, Function<Ticket, T> question) {
    return desk.transactions.inNew(() -> question.apply(desk.tickets.get(ticket)));
  }

  private TicketId carlaAsks(String header) {
    desk.mailbox.deliver(mail(carla, "Printer " + UUID.randomUUID(), header));
    desk.poll();
    return last(desk.facts.ofType(TicketOpened.class)).ticket();
  }

  private void answers(TicketId ticket, EmailAddress from, String header) {
    MailId ours = SEAL.newId(Optional.of(ticket.value()), Audience.CUSTOMER, SUPPORT);
    desk.mailbox.deliver(mail(from, "Re: Printer", header + "\nIn-Reply-To: " + ours));
    desk.poll();
  }

  private static String mail(EmailAddress from, String subject, String headers) {
    return """
        From: Somebody %s <%s>
        To: support@tierline.example
        %s
        Subject: %s
        Date: Mon, 23 Nov 2026 09:00:00 +0000
        Message-ID: <%s@program.example>

        Hello!
        """
        .formatted(from.value().replace("@", " at "), from, headers, subject, UUID.randomUUID());
  }

  private static List<String> values(List<EmailAddress> people) {
    return people.stream().map(EmailAddress::value).toList();
  }

  private static EmailAddress somebody(String name) {
    return new EmailAddress(name + "." + UUID.randomUUID() + "@customer.example");
  }

  private EmailAddress hire() {
    return hire(somebody("ben"));
  }

  private EmailAddress hire(EmailAddress email) {
    desk.database.doInTransaction(
        em ->
            StoredAgents.in(em)
                .add(
                    new Agent(
                        new AgentId(UUID.randomUUID().toString()),
                        "Staff",
                        email,
                        TeamId.TIER1,
                        Set.of(),
                        Set.of("en"),
                        40)));
    return email;
  }
}
