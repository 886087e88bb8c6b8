package org.tierline.process.ticketlifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.process.Desk.EVA;
import static org.tierline.process.Desk.LENA;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkResult;
import org.tierline.escalation.DecideOwner.Decision;
import org.tierline.escalation.HandOverMissingException;
import org.tierline.escalation.TakenMeanwhileException;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.sla.CustomerUpdateDue;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaBreached;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.CustomerReminded;
import org.tierline.ticket.HandOverNote;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.LeadCalled;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAcknowledged;
import org.tierline.ticket.TicketLeftAgent;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.TicketTakenOver;

/** Every path of a ticket through the lifecycle and the processes it calls. */
class TicketLifecycleProcessTest {

  @RegisterExtension
  static final ProcessEngineCoverageExtension EXTENSION =
      ProcessEngineCoverageExtension.builder(new TestEngine().withCoverage())
          .excludeProcessDefinitionKeys("CustomerSurvey", "LowRatingReview", "LogPhoneCall")
          .assertClassCoverageAtLeast(1.0)
          .build();

  private ProcessEngine engine;
  private Desk desk;

  @BeforeAll
  static void deploy() {
    Desk.deploy(EXTENSION.getProcessEngine());
  }

  @BeforeEach
  void openTheDesk() {
    engine = EXTENSION.getProcessEngine();
    desk = new Desk(engine);
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
  }

  @Test
  void happyPath_triagedAcknowledgedWorkedOnResolvedAndClosed() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    ProcessInstance lifecycle = desk.running(TicketLifecycle.KEY, ticket);

    assertThat(lifecycle).isWaitingAt("CallActivity_WorkOnTicket");
    assertThat(desk.facts.ofType(TicketAcknowledged.class)).hasSize(1);
    assertThat(desk.taskOf(ticket))
        .hasName("[#5001] Work on ticket: Printer on fire")
        .isAssignedTo("ana");
    assertThat(desk.taskOf(ticket).getDueDate())
        .isEqualTo(Date.from(ticket.createdAt().plus(Desk.FIRST_RESPONSE)));
    assertThat(desk.taskOf(ticket).getPriority()).isEqualTo(Priority.NORMAL.taskPriority());

    desk.finish(ticket, ANA, "RESOLVE", "Water helps.");
    assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
    assertThat(lifecycle).isWaitingAt("CallActivity_ResolveTicket");

    desk.pass(Duration.ofDays(3));
    assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(lifecycle).isEnded().hasPassed("EndEvent_TicketClosed");
  }

  @Test
  void outage_isCriticalAndSaysWhy() {
    Ticket ticket = openedAndWorkedOff("outage in the whole building");

    assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
    assertThat(ticket.category().code()).isEqualTo("OUTAGE");
    assertThat(ticket.history())
        .filteredOn(entry -> entry.kind() == HistoryKind.TRIAGED)
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.why().orElseThrow())
                    .contains("OUTAGE because of", "category OUTAGE by DetermineCategory v1"));
    assertThat(desk.taskOf(ticket).getPriority()).isEqualTo(Priority.CRITICAL.taskPriority());
  }

  @Test
  void nobodyFree_waitsInTheQueueUntilSomebodyCan() {
    setAvailable(false);
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    assertThat(desk.taskOf(ticket)).isNotAssigned().hasCandidateGroup("tier1");

    setAvailable(true);
    desk.offerAgain(ticket);

    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void question_waitsAndComesBackWithTheAnswerToTheSameAgent() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "ASK", "Which printer?");
    assertThat(ticket.status()).isEqualTo(TicketStatus.WAITING_FOR_CUSTOMER);
    assertThat(desk.taskOf(ticket)).isNull();

    desk.customerWrites(ticket, "The red one.");
    desk.workOff();

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void question_answeredBeforeTheWaitBegan_isNotLost() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finishWork.finish(
        ticket.id(),
        desk.taskOf(ticket).getId(),
        ANA,
        new WorkResult("ASK", Optional.empty()),
        "Which printer?");

    desk.customerWrites(ticket, "I forgot: the red one."); // while the next step waits for a thread
    desk.workOff();

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void question_isRemindedOfOnceAndThenAnswered() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "ASK", "Which printer?");

    desk.pass(Duration.ofDays(3));
    assertThat(desk.facts.ofType(CustomerReminded.class)).hasSize(1);
    desk.customerWrites(ticket, "Sorry, I was away. The red one.");
    desk.workOff();

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void question_answeredAfterTheLastReminder_isWorkedOn() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "ASK", "Which printer?");

    desk.pass(Duration.ofDays(3));
    desk.pass(Duration.ofDays(2));
    desk.customerWrites(ticket, "Sorry, I was away. The red one.");
    desk.workOff();

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void question_answeredWhileTheReminderIsDue_isNotRemindedOf() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "ASK", "Which printer?");
    desk.clock.pass(Duration.ofDays(3));
    engine
        .getManagementService()
        .executeJob(
            desk.jobs()
                .timers()
                .processInstanceId(desk.running("CustomerWait", ticket).getId())
                .singleResult()
                .getId());

    desk.customerWrites(ticket, "The red one."); // before the step that reminds has run
    desk.workOff();

    assertThat(desk.facts.ofType(CustomerReminded.class)).isEmpty();
    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
  }

  @Test
  void question_neverAnswered_countsAsSolved() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "ASK", "Which printer?");

    Instant silenceCounts = desk.clock.instant().plus(Duration.ofDays(7));
    desk.pass(Duration.ofDays(3));
    desk.pass(Duration.ofDays(2));
    assertThat(desk.facts.ofType(CustomerReminded.class))
        .containsExactly(
            new CustomerReminded(ticket.id(), Optional.empty()),
            new CustomerReminded(ticket.id(), Optional.of(silenceCounts)));
    desk.pass(Duration.ofDays(2));

    assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
    assertThat(ticket.history())
        .filteredOn(entry -> entry.kind() == HistoryKind.RESOLVED)
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.why()).contains("the customer did not answer our question"));
  }

  @Test
  void reply_whileAnAgentWorks_isShownOnTheTask() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    desk.customerWrites(ticket, "Now the curtains, too.");
    desk.workOff();

    assertThat(desk.taskOf(ticket))
        .isAssignedTo("ana")
        .hasDescription("The customer has written again.");
  }

  @Test
  void merged_endsWhereverItStandsAndTheSurvivorKeepsItsPromise() throws Exception {
    Ticket survivor = openedAndWorkedOff("Printer on fire");
    Ticket twin = openedAndWorkedOff("My printer burns");
    ProcessInstance lifecycle = desk.running(TicketLifecycle.KEY, twin);
    Optional<Instant> promised = survivor.firstResponseDueAt();
    Date due = desk.taskOf(survivor).getDueDate();

    desk.merge(twin, survivor, ANA);

    assertThat(lifecycle).isEnded().hasPassed("EndEvent_ConversationContinued");
    assertThat(desk.taskOf(twin)).isNull();
    assertThat(desk.running("TicketWork", twin)).isNull();
    assertThat(twin.status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(desk.running(TicketLifecycle.KEY, survivor))
        .isWaitingAt("CallActivity_WorkOnTicket");
    assertThat(survivor.firstResponseDueAt()).isEqualTo(promised);
    assertThat(survivor.firstRespondedAt()).isEmpty();
    assertThat(desk.taskOf(survivor).getDueDate()).isEqualTo(due);
    assertThat(desk.running("CustomerSurvey", twin)).isNull();

    desk.customerWrites(twin, "It burns more.");
    desk.workOff();
    assertThat(desk.taskOf(survivor)).hasDescription("The customer has written again.");
  }

  @Test
  void merged_whileWeWaitForTheCustomerOrAfterItClosed() throws Exception {
    Ticket survivor = openedAndWorkedOff("Printer on fire");
    Ticket waiting = openedAndWorkedOff("My printer burns");
    desk.finish(waiting, ANA, "ASK", "Which printer?");
    Ticket closed = desk.closed();

    desk.merge(waiting, survivor, ANA);
    desk.merge(closed, survivor, ANA);

    assertThat(desk.running(TicketLifecycle.KEY, waiting)).isNull();
    assertThat(desk.running("CustomerWait", waiting)).isNull();
    assertThat(desk.historyOf(survivor, HistoryKind.MERGED))
        .containsExactly("took in " + waiting.number(), "took in " + closed.number());
  }

  @Test
  void escalation_goesToTheTeamTheAgentChose() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    desk.handOver(ticket, ANA, TeamId.TIER2);

    assertThat(ticket.team()).isEqualTo(TeamId.TIER2);
    assertThat(desk.taskOf(ticket)).isAssignedTo(BEN.value()).hasCandidateGroupAssociated("tier2");
  }

  @Test
  void escalation_withoutATeamFollowsTheTable() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    desk.handOver(ticket, ANA, null);

    assertThat(desk.taskOf(ticket)).isAssignedTo(BEN.value());
  }

  @Test
  void escalation_backToAFormerTeamGoesToALeadWhoDecides() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.handOver(ticket, ANA, TeamId.TIER2);

    desk.handOver(ticket, BEN, TeamId.TIER1);
    assertThat(desk.taskOf(ticket)).isNotAssigned().hasCandidateGroup("lead");

    desk.handOver(ticket, LENA, TeamId.TIER1);
    assertThat(ticket.team()).isEqualTo(TeamId.TIER1);
    assertThat(desk.taskOf(ticket)).hasCandidateGroup("tier1");
  }

  @Test
  void queuedUntilThePromiseIsNear_aLeadDecidesWhoseItIs() throws Exception {
    setAvailable(false);
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    assertThat(desk.taskOf(ticket)).isNotAssigned();

    desk.pass(Desk.FIRST_RESPONSE.minus(Desk.WARNING));
    assertThat(desk.taskOf(ticket))
        .isNotAssigned()
        .hasCandidateGroupAssociated("lead")
        .hasDescription("A lead decides: nobody of tier1 was free until now.");

    desk.decideOwner().give(decision(ticket, Optional.empty(), Optional.empty()), ANA);
    assertThat(desk.taskOf(ticket)).isAssignedTo(ANA.value());
    assertThat(ticket.ownership().leadCalledAt()).isEmpty();
  }

  @Test
  void queuedUntilThePromiseIsNear_aLeadSendsItToAnotherTeam() throws Exception {
    setAvailable(false);
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.pass(Desk.FIRST_RESPONSE.minus(Desk.WARNING));

    desk.decideOwner()
        .send(decision(ticket, Optional.empty(), Optional.empty()), TeamId.TIER2, "Ana is ill.");
    desk.workOff();

    assertThat(desk.taskOf(ticket)).isAssignedTo(BEN.value());
    assertThat(desk.historyOf(ticket, HistoryKind.ESCALATED))
        .containsExactly("escalated from tier1 to tier2");
  }

  @Test
  void queuedUntilThePromiseIsNear_aLeadMaySendItBackToAFormerTeam() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.available(BEN, false);
    desk.handOver(ticket, ANA, TeamId.TIER2);
    desk.pass(Desk.FIRST_RESPONSE.minus(Desk.WARNING));

    desk.decideOwner()
        .send(decision(ticket, Optional.empty(), Optional.empty()), TeamId.TIER1, "Ben is ill.");
    desk.workOff();

    assertThat(ticket.team()).isEqualTo(TeamId.TIER1);
  }

  @Test
  void aLeadGivesItToAnotherAgent_onlyWithWhatWasDone() throws Exception {
    desk.agents.add(agent(TOM, TeamId.TIER1));
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    assertThatExceptionOfType(HandOverMissingException.class)
        .isThrownBy(
            () ->
                desk.decideOwner().give(decision(ticket, Optional.of(ANA), Optional.empty()), TOM));
    assertThat(ticket.assignee()).contains(ANA);

    desk.decideOwner().give(decision(ticket, Optional.of(ANA), Optional.of(Desk.NOTE)), TOM);

    assertThat(desk.taskOf(ticket)).isAssignedTo(TOM.value());
    assertThat(ticket.lastHandOver().orElseThrow().to()).contains(TeamId.TIER1);
    assertThat(desk.facts.ofType(TicketTakenOver.class))
        .containsExactly(new TicketTakenOver(ticket.id(), ANA, Optional.of(TOM)));
    assertThat(desk.facts.ofType(TicketLeftAgent.class)).hasSize(1);
  }

  @Test
  void aLeadSendsItOn_onlyWithSomethingToKnow() {
    setAvailable(false);
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    assertThatExceptionOfType(HandOverMissingException.class)
        .isThrownBy(
            () ->
                desk.decideOwner()
                    .send(decision(ticket, Optional.empty(), Optional.empty()), TeamId.TIER2, " "));
  }

  @Test
  void aLeadSendsItOnFromItsOwner_whoIsTold() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    assertThat(desk.taskOf(ticket)).isAssignedTo(ANA.value());

    desk.decideOwner()
        .send(decision(ticket, Optional.of(ANA), Optional.of(Desk.NOTE)), TeamId.TIER2, "");
    desk.workOff();

    assertThat(desk.taskOf(ticket)).isAssignedTo(BEN.value());
    assertThat(ticket.lastHandOver().orElseThrow().to()).contains(TeamId.TIER2);
    assertThat(desk.facts.ofType(TicketTakenOver.class))
        .containsExactly(new TicketTakenOver(ticket.id(), ANA, Optional.of(LENA)));
  }

  @Test
  void handedOverByALead_goesWhereTheySay() throws Exception {
    desk.agents.add(agent(LENA, TeamId.LEAD));
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.handOver(ticket, ANA, TeamId.TIER2);
    EXTENSION
        .getProcessEngine()
        .getTaskService()
        .setAssignee(desk.taskOf(ticket).getId(), LENA.value());

    desk.handOver(ticket, LENA, TeamId.TIER1);

    assertThat(ticket.team()).isEqualTo(TeamId.TIER1);
    assertThat(ticket.ownership().teamChanges()).isEqualTo(1);
  }

  @Test
  void aLeadWhoSawAnotherOwner_isToldWhoHasIt() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    assertThatExceptionOfType(TakenMeanwhileException.class)
        .isThrownBy(
            () ->
                desk.decideOwner()
                    .send(
                        decision(ticket, Optional.empty(), Optional.empty()),
                        TeamId.TIER2,
                        "Nobody has it."))
        .withMessageStartingWith("Ana has it");
    assertThat(ticket.assignee()).contains(ANA);
  }

  private static Decision decision(
      Ticket ticket, Optional<AgentId> ownerSeen, Optional<HandOverNote> note) {
    return new Decision(ticket.id(), LENA, ownerSeen, note);
  }

  @Test
  void givenBackAfterTheWarning_callsALead() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.pass(Desk.FIRST_RESPONSE.minus(Desk.WARNING));
    assertThat(ticket.ownership().leadCalledAt()).isEmpty();

    desk.giveBackWork.handBack(ticket.id(), desk.taskOf(ticket).getId(), ANA, Desk.NOTE);

    assertThat(desk.facts.ofType(LeadCalled.class)).hasSize(1);
    assertThat(desk.taskOf(ticket)).isNotAssigned().hasCandidateGroupAssociated("lead");
    assertThat(desk.historyOf(ticket, HistoryKind.QUEUED)).hasSize(1);
  }

  @Test
  void givenBackInTime_callsNobody() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    desk.giveBackWork.handBack(ticket.id(), desk.taskOf(ticket).getId(), ANA, Desk.NOTE);

    assertThat(desk.facts.ofType(LeadCalled.class)).isEmpty();
  }

  @Test
  void escalatedAfterTheWarningToATeamWithoutAnybodyFree_callsALead() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.pass(Desk.FIRST_RESPONSE.minus(Desk.WARNING));
    desk.available(BEN, false);

    desk.handOver(ticket, ANA, TeamId.TIER2);

    assertThat(desk.facts.ofType(LeadCalled.class)).hasSize(1);
    assertThat(desk.taskOf(ticket)).isNotAssigned().hasCandidateGroupAssociated("lead");
  }

  @Test
  void absence_beginningAfterTheWarning_callsALead() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.pass(Desk.FIRST_RESPONSE.minus(Desk.WARNING));

    desk.goesAway(ANA, Duration.ofDays(7));

    assertThat(desk.taskOf(ticket)).isNotAssigned().hasCandidateGroupAssociated("lead");
  }

  @Test
  void absence_ofTheOwnerPutsTheirWorkBackIntoTheQueue() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    desk.goesAway(ANA, Duration.ofDays(7));

    assertThat(desk.taskOf(ticket)).isNotAssigned();
    assertThat(ticket.assignee()).isEmpty();
  }

  @Test
  void absence_ofTheOwnerFindsSomebodyElseWhenTheCustomerAnswers() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "ASK", "Which printer?");
    desk.agents.add(agent(TOM, TeamId.TIER1));
    desk.goesAway(ANA, Duration.ofDays(7));
    assertThat(ticket.assignee()).contains(ANA);

    desk.customerWrites(ticket, "The red one.");
    desk.workOff();

    assertThat(desk.taskOf(ticket)).isAssignedTo(TOM.value());
  }

  @Test
  void absence_forAnHourLeavesTheTicketsWithTheirOwner() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    desk.goesAway(ANA, Duration.ofHours(1));

    assertThat(desk.taskOf(ticket)).isAssignedTo(ANA.value());
  }

  @Test
  void escalation_inTasklistWithoutANoteToTheNextIsRefused() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    String task = desk.taskOf(ticket).getId();

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> engine.getTaskService().complete(task, Map.of("outcome", "ESCALATE")))
        .withMessageContaining("what was tried");

    assertThat(ticket.team()).isEqualTo(TeamId.TIER1);
  }

  @Test
  void bug_goesToEngineeringAndComesBackWithItsOutcome() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "CONFIRM_BUG", "The driver sets it on fire.");
    assertThat(ticket.status()).isEqualTo(TicketStatus.WITH_ENGINEERING);
    assertThat(desk.taskOf(ticket)).isNotAssigned().hasCandidateGroup("engineering");

    desk.customerWrites(ticket, "It also smokes.");
    desk.workOff();
    assertThat(desk.taskOf(ticket)).hasDescription("The customer has written again.");

    desk.finish(ticket, EVA, "FIXED", "");
    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.historyOf(ticket, HistoryKind.BUG_OUTCOME))
        .containsExactly("engineering: fixed");
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void deadlines_warnThenRecordTheBreachAndTheTaskBecomesMoreUrgent() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    desk.pass(Duration.ofMinutes(30));
    assertThat(desk.facts.ofType(SlaBreachNear.class)).hasSize(1);
    assertThat(desk.facts.ofType(SlaBreached.class)).isEmpty();

    desk.pass(Duration.ofMinutes(30));
    assertThat(desk.facts.ofType(SlaBreached.class)).hasSize(1);
    assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
    assertThat(desk.taskOf(ticket).getPriority()).isEqualTo(Priority.HIGH.taskPriority());
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void deadlines_ofTheResolutionTakeOverWhenTheFirstResponseIsGiven() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    desk.agentReplies(ticket, ANA, "We are on it.");
    assertThat(desk.taskOf(ticket).getDueDate())
        .isEqualTo(Date.from(ticket.createdAt().plus(Desk.RESOLUTION)));
    desk.pass(Desk.FIRST_RESPONSE);
    assertThat(desk.facts.ofType(SlaBreached.class)).isEmpty();

    desk.pass(Desk.RESOLUTION.minus(Desk.FIRST_RESPONSE));
    assertThat(desk.facts.ofType(SlaBreached.class)).hasSize(1);
  }

  @Test
  void deadlines_ofTheResolutionTakeOverWhenTheFirstResponseIsMissed() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.pass(Desk.FIRST_RESPONSE);

    assertThat(armed())
        .containsExactly(ticket.createdAt().plus(Desk.RESOLUTION).minus(Desk.WARNING));
    desk.pass(Desk.RESOLUTION.minus(Desk.FIRST_RESPONSE).minus(Desk.WARNING));
    assertThat(desk.facts.ofType(SlaBreachNear.class))
        .as("time did not stop at the warning of the response")
        .hasSize(1);
    desk.pass(Desk.WARNING);

    assertThat(desk.facts.ofType(SlaBreached.class)).hasSize(2);
    assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
  }

  @Test
  void deadlines_everyStepOfTheLadderIsTakenOnceAndTheLastTimerWaitsForNothing() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.agentReplies(ticket, ANA, "We are on it.");
    Instant due = ticket.createdAt().plus(Desk.RESOLUTION);

    desk.pass(Desk.RESOLUTION);
    assertThat(armed()).containsExactly(due.plus(Duration.ofHours(1)));
    desk.pass(Duration.ofHours(1));
    assertThat(armed()).containsExactly(due.plus(Duration.ofHours(4)));
    desk.pass(Duration.ofHours(3));

    assertThat(desk.facts.ofType(SlaBreached.class))
        .extracting(SlaBreached::step)
        .containsExactly("PT0S", "PT1H", "PT4H");
    assertThat(armed()).containsExactly(Instant.parse("2200-01-01T00:00:00Z"));
    assertThat(desk.running("TicketWork", ticket)).isWaitingAt("Event_NextStepDue");

    desk.finish(ticket, ANA, "RESOLVE", "Water helps.");
    assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
    assertThat(desk.running("TicketWork", ticket)).as("nothing is left behind").isNull();
  }

  @Test
  void deadlines_aTimerThatComesTooEarlyTakesNoStepAndWaitsOn() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    Instant warning = ticket.createdAt().plus(Desk.FIRST_RESPONSE).minus(Desk.WARNING);

    engine.getManagementService().executeJob(desk.jobs().timers().singleResult().getId());
    desk.workOff();

    assertThat(desk.facts.ofType(SlaBreachNear.class)).isEmpty();
    assertThat(armed()).containsExactly(warning);
    desk.pass(Desk.FIRST_RESPONSE.minus(Desk.WARNING));
    assertThat(desk.facts.ofType(SlaBreachNear.class)).hasSize(1);
  }

  @Test
  void deadlines_moveWithAnotherPromiseWhereverTheTimerStands() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.agentReplies(ticket, ANA, "We are on it.");
    desk.promised.put(SlaTarget.RESOLUTION, Duration.ofHours(4));
    desk.sla.promiseResponse.promise(ticket.id());
    assertThat(armed())
        .containsExactly(ticket.createdAt().plus(Duration.ofHours(4)).minus(Desk.WARNING));

    desk.pass(Duration.ofHours(4).minus(Desk.WARNING));
    desk.promised.put(SlaTarget.RESOLUTION, Duration.ofDays(2));
    desk.sla.promiseResponse.promise(ticket.id());

    assertThat(armed())
        .containsExactly(ticket.createdAt().plus(Duration.ofDays(2)).minus(Desk.WARNING));
    assertThat(desk.taskOf(ticket).getDueDate())
        .isEqualTo(Date.from(ticket.createdAt().plus(Duration.ofDays(2))));
  }

  @Test
  void deadlines_ofTheNextResponseBeginWhenTheCustomerWritesAndEndWhenWeDo() {
    desk.promised.put(SlaTarget.NEXT_RESPONSE, Duration.ofHours(2));
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.agentReplies(ticket, ANA, "We are on it.");
    desk.pass(Duration.ofHours(1));

    desk.customerWrites(ticket, "And?");
    desk.workOff();
    assertThat(desk.taskOf(ticket).getDueDate())
        .isEqualTo(Date.from(ticket.createdAt().plus(Duration.ofHours(3))));
    desk.pass(Duration.ofHours(2));
    assertThat(desk.facts.ofType(SlaBreached.class))
        .extracting(SlaBreached::target)
        .containsExactly(SlaTarget.NEXT_RESPONSE);

    desk.agentReplies(ticket, ANA, "The fire brigade is on its way.");
    assertThat(armed())
        .containsExactly(ticket.createdAt().plus(Desk.RESOLUTION).minus(Desk.WARNING));
  }

  @Test
  void deadlines_ofAnUpdateRunAlsoWhileEngineeringWorks() throws Exception {
    desk.promised.put(SlaTarget.CUSTOMER_UPDATE, Duration.ofHours(6));
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.agentReplies(ticket, ANA, "We are on it.");
    desk.finish(ticket, ANA, "CONFIRM_BUG", "The driver sets it on fire.");
    assertThat(armed()).containsExactly(ticket.createdAt().plus(Duration.ofHours(6)));

    desk.pass(Duration.ofHours(6));
    desk.pass(Duration.ofHours(1));
    assertThat(desk.facts.ofType(CustomerUpdateDue.class))
        .extracting(CustomerUpdateDue::step)
        .containsExactly("PT0S", "PT1H");
    assertThat(desk.facts.ofType(SlaBreached.class)).as("the other clocks stand").isEmpty();

    desk.finish(ticket, EVA, "FIXED", "");
    assertThat(desk.running("BugConfirmation", ticket)).isNull();
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
    assertThat(armed())
        .as("what became of it is news, from which the next is counted")
        .containsExactly(ticket.createdAt().plus(Duration.ofHours(7 + 6)));
  }

  @Test
  void deadlines_standStillWhileWeWaitForTheCustomer() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "ASK", "Which printer?");
    assertThat(ticket.dueDates().ladderStepDueAt()).isNull();

    desk.pass(Duration.ofDays(2));
    desk.customerWrites(ticket, "The red one.");
    desk.workOff();

    assertThat(desk.facts.ofType(SlaBreached.class)).isEmpty();
    assertThat(desk.taskOf(ticket).getDueDate())
        .isEqualTo(Date.from(ticket.createdAt().plus(Desk.RESOLUTION).plus(Duration.ofDays(2))));
  }

  @Test
  void solution_confirmedByTheCustomerClosesTheTicketAtOnce() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "RESOLVE", "Water helps.");

    desk.customerConfirms(ticket);
    desk.workOff();

    assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
  }

  @Test
  void solution_rejectedByTheCustomerGoesBackToWork() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "RESOLVE", "Water helps.");

    desk.customerWrites(ticket, "It does not.");
    desk.workOff();

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void solution_rejectedInTheMomentOfClosing_goesBackToWork() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "RESOLVE", "Water helps.");
    desk.clock.pass(Duration.ofDays(3));
    engine
        .getManagementService()
        .executeJob(
            desk.jobs()
                .timers()
                .processInstanceId(desk.running("TicketResolution", ticket).getId())
                .singleResult()
                .getId());

    desk.customerWrites(ticket, "It still burns."); // before the step that closes has run
    desk.workOff();

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void closedTicket_reopenedByItsCustomerGoesStraightToWork() throws Exception {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    desk.finish(ticket, ANA, "RESOLVE", "Water helps.");
    desk.pass(Duration.ofDays(3));

    desk.customerWrites(ticket, "It burns again.");
    desk.workOff();

    assertThat(desk.running(TicketLifecycle.KEY, ticket)).hasPassed("StartEvent_TicketReopened");
    assertThat(desk.taskOf(ticket)).isAssignedTo("ana");
  }

  @Test
  void claimInTasklist_makesTheAgentTheOwnerAndDroppingItWithoutANoteIsRefused() {
    setAvailable(false);
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    engine.getTaskService().claim(desk.taskOf(ticket).getId(), TOM.value());
    assertThat(ticket.assignee()).contains(TOM);

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> engine.getTaskService().setAssignee(desk.taskOf(ticket).getId(), null))
        .withMessageContaining("what was tried");
    assertThat(ticket.assignee()).contains(TOM);
  }

  @Test
  void takenFromAColleagueInTasklist_tellsThemAndStandsInTheHistory() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");

    engine.getTaskService().setAssignee(desk.taskOf(ticket).getId(), TOM.value());

    assertThat(ticket.assignee()).contains(TOM);
    assertThat(desk.historyOf(ticket, HistoryKind.ASSIGNED)).endsWith("taken from ana by tom");
    assertThat(desk.facts.ofType(TicketTakenOver.class))
        .containsExactly(new TicketTakenOver(ticket.id(), ANA, Optional.of(TOM)));
  }

  @Test
  void completeInTasklist_withoutAKnownOutcomeIsRefusedAndNothingMoves() {
    Ticket ticket = openedAndWorkedOff("Printer on fire");
    String task = desk.taskOf(ticket).getId();

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> engine.getTaskService().complete(task));
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> engine.getTaskService().complete(task, Map.of("outcome", "GIVE_UP")))
        .withMessageContaining("RESOLVE");

    assertThat(desk.taskOf(ticket).getId()).isEqualTo(task);
  }

  /** What the timers of running work wait for. */
  private List<Instant> armed() {
    return desk.jobs().timers().list().stream().map(job -> job.getDuedate().toInstant()).toList();
  }

  private Ticket openedAndWorkedOff(String subject) {
    Ticket ticket = desk.opened(subject, "Please help.");
    desk.workOff();
    return ticket;
  }

  private void setAvailable(boolean available) {
    desk.available(ANA, available);
  }
}
