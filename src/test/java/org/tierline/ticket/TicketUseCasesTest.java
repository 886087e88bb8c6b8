package org.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.ticket.TicketFixture.CARLA_MAIL;
import static org.tierline.ticket.TicketFixture.aRequest;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.platform.RecordedLog;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;

class TicketUseCasesTest {

  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final RecordedFacts facts = new RecordedFacts();
  private final OpenTicket openTicket =
      new OpenTicket(
          tickets,
          new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock),
          facts,
          clock);
  private final ReceiveReply receiveReply = new ReceiveReply(tickets, facts, clock);
  private final WriteMessage writeMessage = new WriteMessage(tickets, agents, facts, clock);

  @BeforeEach
  void staff() {
    agents.add(agent(ANA, TeamId.TIER1));
    agents.add(agent(TOM, TeamId.TIER1));
  }

  @Test
  void opensATicketAndTellsTheDesk() {
    Ticket ticket = openTicket.open(aRequest("Printer on fire", "It burns."));

    assertThat(tickets.get(ticket.id()).subject()).isEqualTo("Printer on fire");
    assertThat(facts.announced()).containsExactly(new TicketOpened(ticket.id(), ticket.number()));
  }

  @Test
  void whoTookACallIsInTheHistoryAndInTheLog() {
    Ticket call =
        openTicket.open(
            new NewTicket(
                CARLA_MAIL,
                Optional.empty(),
                "She called",
                Channel.PHONE,
                Content.typed("x"),
                Optional.empty()));

    try (var log = RecordedLog.of(RecordPhoneCall.class)) {
      new RecordPhoneCall(tickets, agents, clock).record(call.number(), ANA);

      assertThat(call.history())
          .last()
          .extracting(HistoryEntry::what)
          .isEqualTo("phone call taken by ana");
      assertThat(log.lines()).containsExactly(call.number() + " phone call taken by ana");
    }
  }

  @Test
  void knowsACustomerWhoWritesAgain() {
    Ticket first = openTicket.open(aRequest("One", "1"));
    Ticket second = openTicket.open(aRequest("Two", "2"));

    assertThat(second.customer()).isEqualTo(first.customer());
  }

  @Test
  void aSubjectIsOneLineAndNeverEmpty() {
    assertThat(openTicket.open(aRequest(" a\r\n\tb ", "x")).subject()).isEqualTo("a b");
    assertThat(openTicket.open(aRequest("  ", "x")).subject()).isEqualTo("(no subject)");
    assertThat(openTicket.open(aRequest("x".repeat(2000), "x")).subject()).hasSize(500);
  }

  @Test
  void remembersWhichEarlierTicketItRelatesTo() {
    var request =
        new NewTicket(
            CARLA_MAIL,
            Optional.empty(),
            "Again",
            Channel.EMAIL,
            Content.typed("x"),
            Optional.of(new TicketNumber(4711)));

    Ticket ticket = openTicket.open(request);

    assertThat(ticket.history()).extracting(HistoryEntry::what).contains("relates to #4711");
  }

  @Test
  void aReplyTellsTheProcessHowOftenTheCustomerHasWritten() {
    Ticket ticket = openTicket.open(aRequest("Hm", "x"));

    Optional<Message> reply = reply(ticket, "And?");

    assertThat(facts.ofType(CustomerWrote.class))
        .containsExactly(
            new CustomerWrote(ticket.id(), ticket.number(), reply.orElseThrow().id(), 2));
  }

  @Test
  void aReplySoonAfterClosingReopens() {
    Ticket ticket = closedTicket();
    clock.pass(ReopenPolicy.GRACE.minusSeconds(1));

    reply(ticket, "Still broken");

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(facts.ofType(TicketReopened.class)).hasSize(1);
  }

  @Test
  void aReplyLongAfterClosingChangesNothing() {
    Ticket ticket = closedTicket();
    clock.pass(ReopenPolicy.GRACE.plus(Duration.ofSeconds(1)));

    assertThat(reply(ticket, "Hello again")).isEmpty();
    assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(ticket.messages()).hasSize(1);
  }

  @Test
  void anAgentsMessageCarriesTheNameCustomersKnow() {
    Ticket ticket = openTicket.open(aRequest("Hm", "x"));

    Message message = writeMessage.write(ticket.id(), ANA, Purpose.REPLY, "Hello");

    assertThat(message.author().name()).isEqualTo("Ana");
    assertThat(facts.ofType(MessageWritten.class))
        .containsExactly(new MessageWritten(ticket.id(), message.id(), Purpose.REPLY));
  }

  @Test
  void takingATicketMovesItsOwnership() {
    Ticket ticket = openTicket.open(aRequest("Hm", "x"));
    var takeTicket = new TakeTicket(tickets, agents, facts, clock);

    takeTicket.take(ticket.id(), ANA);
    takeTicket.take(ticket.id(), TOM);
    takeTicket.take(ticket.id(), TOM);

    assertThat(ticket.assignee()).contains(TOM);
    assertThat(ticket.history())
        .filteredOn(entry -> entry.kind() == HistoryKind.ASSIGNED)
        .extracting(HistoryEntry::what)
        .containsExactly("taken by ana", "taken from ana by tom");
    assertThat(facts.ofType(TicketTakenOver.class))
        .containsExactly(new TicketTakenOver(ticket.id(), ANA, Optional.of(TOM)));
    assertThat(facts.ofType(TicketLeftAgent.class))
        .containsExactly(new TicketLeftAgent(ticket.id(), ticket.team()));
  }

  @Test
  void waitingResolvingAndClosingTellTheDesk() {
    Ticket ticket = openTicket.open(aRequest("Hm", "x"));

    new AcknowledgeTicket(tickets, facts, clock).acknowledge(ticket.id());
    new WaitForCustomer(tickets, facts, clock).waitFor(ticket.id());
    new RemindCustomer(tickets, facts, clock).remind(ticket.id(), Optional.empty());
    new ResumeWork(tickets, clock).resume(ticket.id(), "answered");
    new ResolveTicket(tickets, facts, clock).resolve(ticket.id(), "by ana");
    new ReopenTicket(tickets, facts, clock).reopen(ticket.id(), "no");
    new ResolveTicket(tickets, facts, clock).resolve(ticket.id(), "by ana");
    new CloseTicket(tickets, facts, clock).close(ticket.id(), "no objection");

    assertThat(facts.announced())
        .extracting(fact -> fact.getClass().getSimpleName())
        .containsExactly(
            "TicketOpened",
            "TicketAcknowledged",
            "TicketLeftAgent",
            "CustomerReminded",
            "TicketResolved",
            "TicketLeftAgent",
            "TicketResolved",
            "TicketLeftAgent",
            "TicketClosed");
  }

  @Test
  void aCustomerMayConfirmASolutionButOnlyWhileOneIsOffered() {
    Ticket ticket = openTicket.open(aRequest("Hm", "x"));
    Customer customer = customers.get(ticket.customer());
    var confirmSolution = new ConfirmSolution(tickets, facts, clock);

    confirmSolution.confirm(ticket.id(), customer);
    assertThat(facts.ofType(SolutionConfirmed.class)).isEmpty();

    ticket.resolve("by ana", clock.instant());
    confirmSolution.confirm(ticket.id(), customer);
    assertThat(facts.ofType(SolutionConfirmed.class))
        .containsExactly(new SolutionConfirmed(ticket.id(), ticket.number()));
  }

  @Test
  void reopeningAClosedTicketAsksForANewLifecycle() {
    Ticket ticket = closedTicket();

    new ReopenTicket(tickets, facts, clock).reopen(ticket.id(), "low rating");

    assertThat(facts.ofType(TicketReopened.class))
        .containsExactly(new TicketReopened(ticket.id(), ticket.number()));
  }

  private Optional<Message> reply(Ticket ticket, String text) {
    Customer customer = customers.get(ticket.customer());
    return receiveReply.receive(ticket.id(), customer, Channel.EMAIL, Content.typed(text));
  }

  private Ticket closedTicket() {
    Ticket ticket = openTicket.open(aRequest("Hm", "x"));
    ticket.resolve("done", clock.instant());
    ticket.close("no objection", clock.instant());
    return ticket;
  }
}
