package org.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentFixture;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.EmailAddress;

class MergeTicketsTest {

  private static final AgentId ANA = AgentFixture.ANA;

  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final RecordedFacts facts = new RecordedFacts();
  private final MergeTickets mergeTickets =
      new MergeTickets(tickets, customers, agents, facts, clock);
  private final ReceiveReply receiveReply = new ReceiveReply(tickets, facts, clock);
  private final Ticket fire = opened(5001, "carla@customer.example", "Printer on fire");
  private final Ticket smoke = opened(5002, "bruno@customer.example", "Smoke in the office");

  {
    agents.add(AgentFixture.agent(ANA, TeamId.TIER1));
  }

  @Test
  void oneEndsAndTheOtherKnowsWhatWasSaidThere() throws Exception {
    mergeTickets.merge(smoke.id(), fire.number(), ANA);

    assertThat(smoke.status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(smoke.mergedInto()).contains(fire.id());
    Message remark = fire.messages().get(1);
    assertThat(remark.purpose()).isEqualTo(Purpose.NOTE);
    assertThat(remark.text()).contains("#5002", "Smoke in the office", "bruno@customer.example");
    assertThat(last(smoke).what()).isEqualTo("merged into #5001");
    assertThat(last(fire).what()).isEqualTo("took in #5002");
    assertThat(facts.ofType(TicketMerged.class))
        .containsExactly(new TicketMerged(smoke.id(), smoke.number(), fire.id()));
    assertThat(facts.ofType(TicketClosed.class)).isEmpty();
    assertThat(facts.ofType(MessageWritten.class)).isEmpty();
  }

  @Test
  void whoeverHadItHasRoomForAnother() throws Exception {
    smoke.assignTo(ANA, "test", MONDAY_9AM);

    mergeTickets.merge(smoke.id(), fire.number(), ANA);

    assertThat(facts.ofType(TicketLeftAgent.class))
        .containsExactly(new TicketLeftAgent(smoke.id(), smoke.team()));
  }

  @Test
  void theSurvivorsPromiseStaysWhatItWas() throws Exception {
    fire.promise(
        MONDAY_9AM.plus(Duration.ofHours(1)),
        MONDAY_9AM.plus(Duration.ofHours(8)),
        "p",
        MONDAY_9AM);

    mergeTickets.merge(smoke.id(), fire.number(), ANA);

    assertThat(fire.firstResponseDueAt()).contains(MONDAY_9AM.plus(Duration.ofHours(1)));
    assertThat(fire.resolutionDueAt()).contains(MONDAY_9AM.plus(Duration.ofHours(8)));
    assertThat(fire.firstRespondedAt()).isEmpty();
    assertThat(fire.customerMessages()).isEqualTo(1);
  }

  @Test
  void whoWroteThereTakesPartHereAndTheirAnswersComeHere() throws Exception {
    mergeTickets.merge(smoke.id(), fire.number(), ANA);

    assertThat(fire.conversation().guests()).contains(new EmailAddress("bruno@customer.example"));
    Optional<Message> answer =
        receiveReply.receive(
            smoke.id(),
            customers.get(smoke.customer()),
            Channel.EMAIL,
            Content.typed("More smoke"));
    assertThat(answer.orElseThrow().ticket()).isSameAs(fire);
    assertThat(smoke.messages()).hasSize(1);
    assertThat(smoke.status()).isEqualTo(TicketStatus.CLOSED);
  }

  @Test
  void aSurvivorMayItselfBeMerged() throws Exception {
    Ticket heat = opened(5003, "carla@customer.example", "Heat");

    mergeTickets.merge(smoke.id(), fire.number(), ANA);
    mergeTickets.merge(fire.id(), heat.number(), ANA);

    assertThat(tickets.survivor(smoke)).isSameAs(heat);
  }

  @Test
  void aMergedTicketNeverComesBackToLife() throws Exception {
    mergeTickets.merge(smoke.id(), fire.number(), ANA);

    new ReopenTicket(tickets, facts, clock).reopen(smoke.id(), "a low rating");

    assertThat(smoke.status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(last(fire).what()).isEqualTo("#5002 is not solved for its customer");
    assertThatExceptionOfType(IllegalTicketStateException.class)
        .isThrownBy(() -> smoke.reopen("somehow", MONDAY_9AM));
  }

  @Test
  void noCircleAndNoSurvivorThatIsNone() throws Exception {
    assertRefused(fire, fire.number(), "into itself");
    assertRefused(fire, new TicketNumber(9999), "no ticket #9999");
    mergeTickets.merge(smoke.id(), fire.number(), ANA);
    assertRefused(fire, smoke.number(), "#5002 is closed");
    assertRefused(smoke, fire.number(), "#5002 has been merged already");
  }

  private void assertRefused(Ticket ticket, TicketNumber into, String why) {
    int history = ticket.history().size();
    assertThatExceptionOfType(CannotMergeException.class)
        .isThrownBy(() -> mergeTickets.merge(ticket.id(), into, ANA))
        .withMessageContaining(why);
    assertThat(ticket.history()).hasSize(history);
  }

  private static HistoryEntry last(Ticket ticket) {
    return ticket.history().get(ticket.history().size() - 1);
  }

  private Ticket opened(long number, String email, String subject) {
    Customer customer =
        new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock)
            .recognise(new EmailAddress(email), null);
    Ticket ticket = aTicket(number, customer, subject, Content.typed("It is warm."));
    tickets.add(ticket);
    return ticket;
  }
}
