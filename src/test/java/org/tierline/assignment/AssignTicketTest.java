package org.tierline.assignment;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.agent.AgentFixture.described;
import static org.tierline.agent.TeamId.TIER1;
import static org.tierline.agent.TeamId.TIER2;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;
import static org.tierline.ticket.TicketFixture.carla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tierline.agent.Absence;
import org.tierline.agent.AgentId;
import org.tierline.agent.AgentLeft;
import org.tierline.agent.Agents;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAccounts;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.LetAgentGo;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.Roster;
import org.tierline.platform.RecordedLog;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.ticket.Category;
import org.tierline.ticket.Demand;
import org.tierline.ticket.DueDates;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.LeadCalled;
import org.tierline.ticket.LeadCalls;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketQueued;
import org.tierline.ticket.TicketReleased;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.TicketTakenOver;

class AssignTicketTest {

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final Agents agents = new InMemoryAgents();
  private final RecordedFacts facts = new RecordedFacts();
  private final TestClock clock = new TestClock();
  private final InMemoryTurns turns = new InMemoryTurns();
  private final InMemoryAbsences absences = new InMemoryAbsences();
  private final Roster roster = new Roster(agents, absences, clock);
  private final Benches benches = WeightsFixture.benches(roster, tickets);
  private final AssignTicket assignTicket =
      new AssignTicket(
          tickets,
          roster,
          benches,
          WeightsFixture.RULES,
          turns,
          new LeadCalls(facts, clock),
          facts,
          clock);
  private final OfferQueuedTickets offerQueuedTickets =
      new OfferQueuedTickets(tickets, turns, benches, assignTicket);
  private final HandOverWork handOverWork =
      new HandOverWork(absences, tickets, turns, WeightsFixture.RULES, facts, clock);

  @Test
  void givesTheTicketToAnAgentOfItsTeamAndTellsThem() {
    agents.add(agent(ANA, TIER1));
    agents.add(agent(BEN, TIER2));
    Ticket ticket = ticket(Category.GENERAL, Priority.NORMAL);

    assertThat(assignTicket.assign(ticket.id())).contains(ANA);

    assertThat(ticket.assignee()).contains(ANA);
    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(facts.announced())
        .containsExactly(new TicketAssigned(ticket.id(), ticket.number(), ANA));
    assertThat(last(ticket).why()).contains("least work in the team, 0 of 20");
  }

  @Test
  void weighsWhatTheAgentsHaveAlready() {
    agents.add(agent(ANA, TIER1));
    agents.add(agent(TOM, TIER1));
    Ticket critical = ticket(Category.GENERAL, Priority.CRITICAL);
    assignTicket.assign(critical.id());

    assertThat(assigned(Priority.LOW)).isEqualTo(TOM);
    assertThat(assigned(Priority.LOW)).isEqualTo(TOM);
    assertThat(critical.assignee()).contains(ANA);
  }

  @Test
  void sharesEqualWorkFairly() {
    agents.add(agent(ANA, TIER1));
    agents.add(agent(BEN, TIER1));
    agents.add(agent(TOM, TIER1));

    for (int i = 0; i < 9; i++) {
      assigned(Priority.NORMAL);
    }

    assertThat(List.of(ANA, BEN, TOM))
        .allSatisfy(agent -> assertThat(tickets.inWorkBy(agent)).hasSize(3));
  }

  @Test
  void theTicketsOfSomebodyWhoLeftGoBackToTheQueue() throws Exception {
    agents.add(agent(ANA, TIER1));
    Ticket open = ticket(Category.GENERAL, Priority.NORMAL);
    Ticket waiting = ticket(Category.GENERAL, Priority.NORMAL);
    assignTicket.assign(open.id());
    assignTicket.assign(waiting.id());
    waiting.waitForCustomer(MONDAY_9AM);

    leaves(ANA);

    assertThat(open.assignee()).isEmpty();
    assertThat(last(open).why()).contains("ana has left the desk");
    assertThat(facts.ofType(TicketReleased.class))
        .containsExactly(new TicketReleased(open.id(), open.number()));
    assertThat(waiting.assignee()).contains(ANA);
  }

  @Test
  void theAnswerToSomebodyWhoLeftGoesToAColleague() throws Exception {
    agents.add(agent(ANA, TIER1));
    Ticket waiting = ticket(Category.GENERAL, Priority.NORMAL);
    assignTicket.assign(waiting.id());
    waiting.waitForCustomer(MONDAY_9AM);
    leaves(ANA);
    agents.add(agent(TOM, TIER1));

    waiting.resume("the customer wrote", MONDAY_9AM);

    assertThat(assignTicket.assign(waiting.id())).contains(TOM);
  }

  private void leaves(AgentId agent) throws NotAnAgentException {
    facts.on(AgentLeft.class, handOverWork::agentLeft);
    new LetAgentGo(agents, new InMemoryAccounts(), facts, clock).letGo(agent, BEN);
  }

  @Test
  void asksForTheSkillOfTheCategory() {
    agents.add(agent(ANA, TIER1, "BUG"));
    agents.add(agent(TOM, TIER1, "BILLING"));

    assertThat(assignTicket.assign(ticket(new Category("BILLING"), Priority.LOW).id()))
        .contains(TOM);
    assertThat(assignTicket.assign(ticket(new Category("BUG"), Priority.LOW).id())).contains(ANA);
  }

  @Test
  void doesNotWaitForASkillNobodyInTheTeamHas() {
    agents.add(agent(ANA, TIER1, "BUG"));

    assertThat(assignTicket.assign(ticket(new Category("BILLING"), Priority.LOW).id()))
        .contains(ANA);
  }

  @Test
  void asksNobodyOutsideTheirShiftOrOnHoliday() {
    agents.add(described(agent(ANA, TIER1), false, Set.of("en"), "MON-FRI 13:00-17:00"));
    agents.add(agent(TOM, TIER1));
    absences.add(new Absence(TOM, MONDAY_9AM, MONDAY_9AM.plus(1, HOURS), "", TOM));
    Ticket ticket = ticket(Category.GENERAL, Priority.NORMAL);
    assertThat(assignTicket.assign(ticket.id())).isEmpty();

    clock.pass(Duration.ofHours(1));
    assertThat(offerQueuedTickets.offer(TIER1)).isEqualTo(1);

    assertThat(ticket.assignee()).contains(TOM);
  }

  @Test
  void givesAnAngryCustomerToASenior() {
    agents.add(agent(ANA, TIER1));
    agents.add(described(agent(TOM, TIER1), true, Set.of("en"), ""));
    Ticket angry = ticket(Category.GENERAL, Priority.NORMAL);
    angry.demandExperience(Demand.REQUIRE);

    assertThat(assignTicket.assign(angry.id())).contains(TOM);
    assertThat(last(angry).why().orElseThrow()).endsWith("a senior if there is one");
  }

  @Test
  void doesNotWaitForASeniorNobodyIs() {
    agents.add(agent(ANA, TIER1));
    Ticket angry = ticket(Category.GENERAL, Priority.NORMAL);
    angry.demandExperience(Demand.REQUIRE);

    assertThat(assignTicket.assign(angry.id())).contains(ANA);
  }

  @Nested
  class WhenTheOwnerIsAway {

    private final Ticket ticket = ticket(Category.GENERAL, Priority.NORMAL);

    @BeforeEach
    void anaHasItAndTomIsThere() {
      agents.add(agent(ANA, TIER1));
      assignTicket.assign(ticket.id());
      agents.add(agent(TOM, TIER1));
    }

    @Test
    void forLongTheirWorkGoesBackToTheQueueAndOn() {
      absences.add(new Absence(ANA, MONDAY_9AM, MONDAY_9AM.plus(2, DAYS), "ill", ANA));

      assertThat(handOverWork.ofAbsent()).isEqualTo(1);
      assertThat(last(ticket).why()).contains("ana is away until 2026-11-25T09:00:00Z");
      assertThat(facts.ofType(TicketReleased.class)).hasSize(1);
      assertThat(offerQueuedTickets.offer(TIER1)).isEqualTo(1);

      assertThat(ticket.assignee()).contains(TOM);
      assertThat(ticket.ownership().formerOwners()).isEmpty();
    }

    @Test
    void eachAbsenceIsHandedOverOnce() {
      absences.add(new Absence(ANA, MONDAY_9AM, MONDAY_9AM.plus(2, DAYS), "ill", ANA));
      handOverWork.ofAbsent();
      ticket.takenBy(ANA, "Ana", MONDAY_9AM); // she works from her bed

      assertThat(handOverWork.ofAbsent()).isZero();
      assertThat(ticket.assignee()).contains(ANA);
    }

    @Test
    void forAnHourTheTicketWaitsForThem() {
      absences.add(new Absence(ANA, MONDAY_9AM, MONDAY_9AM.plus(1, HOURS), "dentist", ANA));

      assertThat(handOverWork.ofAbsent()).isZero();
      assertThat(assignTicket.assign(ticket.id())).contains(ANA);
    }

    @Test
    void whatComesBackFromTheCustomerGoesToSomebodyWhoIsThere() {
      ticket.waitForCustomer(MONDAY_9AM);
      absences.add(new Absence(ANA, MONDAY_9AM, MONDAY_9AM.plus(2, DAYS), "ill", ANA));
      assertThat(handOverWork.ofAbsent()).isZero();
      ticket.resume("the customer answered", MONDAY_9AM);

      assertThat(assignTicket.assign(ticket.id())).contains(TOM);
    }
  }

  @Nested
  class WhenATicketComesBack {

    private final Ticket ticket = ticket(Category.GENERAL, Priority.NORMAL);

    @Test
    void itsOwnerKeepsItHoweverMuchTheyHaveButGetsNothingNew() {
      agents.add(agent(ANA, TIER1, 2));
      comesBackTo(ANA, MONDAY_9AM.plus(1, HOURS));
      Ticket other = ticket(Category.GENERAL, Priority.NORMAL);
      other.assignTo(ANA, "test", MONDAY_9AM);

      assertThat(assignTicket.assign(ticket.id())).contains(ANA);
      assertThat(assignTicket.assign(ticket(Category.GENERAL, Priority.LOW).id())).isEmpty();
    }

    @Test
    void aColleagueTakesItWhenItsOwnerIsBackTooLate() {
      anaWorksInTheAfternoon();
      agents.add(agent(TOM, TIER1));
      comesBackTo(ANA, MONDAY_9AM.plus(1, HOURS));

      assertThat(assignTicket.assign(ticket.id())).contains(TOM);

      assertThat(ticket.history())
          .anySatisfy(
              entry -> assertThat(entry.why()).contains("ana is away until 2026-11-23T12:00:00Z"));
      assertThat(ticket.ownership().formerOwners()).isEmpty();
      assertThat(facts.ofType(TicketTakenOver.class))
          .containsExactly(new TicketTakenOver(ticket.id(), ANA, Optional.empty()));
    }

    @Test
    void itWaitsForItsOwnerWhoIsBackInTime() {
      anaWorksInTheAfternoon();
      agents.add(agent(TOM, TIER1));
      comesBackTo(ANA, MONDAY_9AM.plus(4, HOURS));

      assertThat(assignTicket.assign(ticket.id())).contains(ANA);
    }

    @Test
    void itWaitsForItsOwnerWhenNobodyElseIsFree() {
      anaWorksInTheAfternoon();
      comesBackTo(ANA, MONDAY_9AM.plus(1, HOURS));
      int before = ticket.history().size();

      assertThat(assignTicket.assign(ticket.id())).contains(ANA);
      assertThat(ticket.history()).hasSize(before);
    }

    private void anaWorksInTheAfternoon() {
      agents.add(described(agent(ANA, TIER1), false, Set.of("en"), "MON-FRI 13:00-17:00"));
    }

    private void comesBackTo(AgentId owner, Instant dueAt) {
      ticket.assignTo(owner, "test", MONDAY_9AM);
      ticket.waitForCustomer(MONDAY_9AM);
      ticket.resume("the customer answered", MONDAY_9AM);
      ticket.isDue(new DueDates(null, dueAt, null, null, null));
    }
  }

  @Test
  void leavesTheTicketWithItsOwner() {
    agents.add(agent(ANA, TIER1));
    agents.add(agent(TOM, TIER1));
    Ticket ticket = ticket(Category.GENERAL, Priority.NORMAL);
    ticket.assignTo(TOM, "test", MONDAY_9AM);

    assertThat(assignTicket.assign(ticket.id())).contains(TOM);
    assertThat(facts.announced()).isEmpty();
  }

  @Nested
  class WhenNobodyIsFree {

    private final Ticket waiting = ticket(new Category("BILLING"), Priority.NORMAL);

    @Test
    void theTicketWaitsInTheQueue() {
      agents.add(agent(ANA, TIER1, 0));

      assertThat(assignTicket.assign(waiting.id())).isEmpty();

      assertThat(waiting.assignee()).isEmpty();
      assertThat(waiting.status()).isEqualTo(TicketStatus.OPEN);
      assertThat(last(waiting).kind()).isEqualTo(HistoryKind.QUEUED);
      assertThat(last(waiting).why()).contains("nobody of tier1 is free");
      assertThat(facts.announced()).containsExactly(new TicketQueued(waiting.id()));
    }

    @Test
    void anAgentWhoComesGetsIt() throws NotAnAgentException {
      agents.add(agent(ANA, TIER1));
      var changeAvailability = new ChangeAvailability(agents, facts);
      changeAvailability.change(ANA, false);
      assignTicket.assign(waiting.id());
      changeAvailability.change(ANA, true);

      assertThat(offerQueuedTickets.offer(TIER1)).isEqualTo(1);

      assertThat(waiting.assignee()).contains(ANA);
      assertThat(facts.ofType(TicketAssigned.class)).hasSize(1);
    }

    @Test
    void theMostUrgentIsOfferedFirst() {
      Ticket critical = ticket(new Category("OUTAGE"), Priority.CRITICAL);
      assignTicket.assign(waiting.id());
      assignTicket.assign(critical.id());
      agents.add(agent(ANA, TIER1, 1));

      assertThat(offerQueuedTickets.offer(TIER1)).isEqualTo(1);

      assertThat(critical.assignee()).contains(ANA);
      assertThat(waiting.assignee()).isEmpty();
    }

    @Test
    void whoGaveItBackIsNotAskedAgainButTheOthersAre() {
      agents.add(agent(ANA, TIER1));
      assignTicket.assign(waiting.id());
      waiting.giveBack(ANA, "Ana", MONDAY_9AM);

      assertThat(offerQueuedTickets.offer(TIER1)).isZero();
      agents.add(agent(TOM, TIER1));
      assertThat(offerQueuedTickets.offer(TIER1)).isEqualTo(1);

      assertThat(waiting.assignee()).contains(TOM);
    }

    @Test
    void whoGaveItBackIsNotAskedEvenAfterSomebodyElseHadIt() {
      agents.add(agent(ANA, TIER1));
      agents.add(agent(TOM, TIER1, 0));
      assignTicket.assign(waiting.id());
      waiting.giveBack(ANA, "Ana", MONDAY_9AM);
      assertThat(offerQueuedTickets.offer(TIER1)).isZero();
      assertThat(facts.ofType(LeadCalled.class)).isEmpty();
      waiting.takenBy(TOM, "Tom", MONDAY_9AM);
      waiting.giveBack(TOM, "Tom", MONDAY_9AM);

      String why = "everybody of tier1 has had it and handed it away";
      try (var log = RecordedLog.of(LeadCalls.class)) {
        assertThat(offerQueuedTickets.offer(TIER1)).isZero();
        assertThat(log.lines()).containsExactly(waiting.number() + " waits for a lead: " + why);
      }

      assertThat(waiting.ownership().leadCalledWhy()).contains(why);
      assertThat(facts.ofType(LeadCalled.class))
          .containsExactly(new LeadCalled(waiting.id(), waiting.number(), why));
      assertThat(offerQueuedTickets.offer(TIER1)).isZero();
      assertThat(facts.ofType(LeadCalled.class)).hasSize(1);
    }

    @Test
    void askingAgainInVainLeavesNoTrace() {
      assignTicket.assign(waiting.id());
      int before = waiting.history().size();

      assertThat(offerQueuedTickets.offer(TIER1)).isZero();
      assertThat(waiting.history()).hasSize(before);
    }

    @Test
    void aTicketThatCannotBePlacedDoesNotHoldUpTheOthers() {
      agents.add(agent(TOM, TIER1, 0, "BILLING"));
      Ticket other = ticket(new Category("BUG"), Priority.LOW);
      assignTicket.assign(waiting.id());
      assignTicket.assign(other.id());
      agents.add(agent(ANA, TIER1, "BUG"));

      assertThat(offerQueuedTickets.offer(TIER1)).isEqualTo(1);
      assertThat(other.assignee()).contains(ANA);
    }
  }

  private AgentId assigned(Priority priority) {
    return assignTicket.assign(ticket(Category.GENERAL, priority).id()).orElseThrow();
  }

  private Ticket ticket(Category category, Priority priority) {
    Ticket ticket = aTicket(tickets.nextNumber().value(), carla(), "Subject", "Text", MONDAY_9AM);
    ticket.triage(category, priority, TIER1, "test", MONDAY_9AM);
    tickets.add(ticket);
    return ticket;
  }

  private static HistoryEntry last(Ticket ticket) {
    return ticket.history().get(ticket.history().size() - 1);
  }
}
