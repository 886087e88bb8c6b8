package org.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tierline.agent.AgentFixture.ANA;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.agent.RepairList;
import org.tierline.process.repair.EngineRepairList;
import org.tierline.process.repair.GiveUpStep;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/** A lead does without a step that fails for good, and the ticket is in somebody's hands. */
class GiveUpStepTest {

  private static final JavaDelegate BROKEN =
      execution -> {
        throw new IllegalStateException("the disk is full");
      };

  @RegisterExtension
  static final ProcessEngineExtension EXTENSION =
      ProcessEngineExtension.builder()
          .useProcessEngine(new TestEngine().buildProcessEngine())
          .build();

  private ProcessEngine engine;
  private Desk desk;
  private RepairList repairs;

  @BeforeAll
  static void deploy() {
    Desk.deploy(EXTENSION.getProcessEngine());
  }

  @BeforeEach
  void openTheDesk() {
    engine = EXTENSION.getProcessEngine();
    desk = new Desk(engine);
    repairs =
        new EngineRepairList(
            engine.getRuntimeService(),
            engine.getManagementService(),
            engine.getRepositoryService(),
            new GiveUpStep(
                engine.getRuntimeService(), engine.getManagementService(), desk.facts, desk.clock),
            desk.tickets,
            desk.agents,
            desk.clock);
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "detectSignals",
        "recordTriage",
        "promiseResponse",
        "acknowledgeTicket",
        "setDeadlines"
      })
  void onTheWayToItsFirstAgentATicketGoesOnToThem(String step) {
    TestEngine.BEANS.put(step, BROKEN);
    Ticket ticket = desk.opened("Printer on fire", "Please help.");
    failForGood();

    giveUp();

    assertThat(desk.taskOf(ticket).getAssignee()).isEqualTo("ana");
    assertThat(ticket.assignee()).contains(ANA);
    assertInHands(ticket);
  }

  @Test
  void whatNobodyCanAssignWaitsInItsTeamsQueue() {
    TestEngine.BEANS.put("assignTicket", BROKEN);
    Ticket ticket = desk.opened("Printer on fire", "Please help.");
    failForGood();

    giveUp();

    assertThat(desk.taskOf(ticket).getAssignee()).isNull();
    assertThat(desk.tickets.queueOf(ticket.team(), 10)).containsExactly(ticket);
    assertInHands(ticket);
    desk.pass(Desk.FIRST_RESPONSE.minus(Desk.WARNING));
    assertThat(ticket.ownership().leadCalledAt()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waitForCustomer", "resolveTicket", "escalateTicket", "confirmBug"})
  void onTheWayToSomethingElseATicketComesBackToItsAgent(String step) {
    Ticket ticket = opened();
    TestEngine.BEANS.put(step, BROKEN);
    leadTo(step, ticket);

    giveUp();

    assertThat(desk.taskOf(ticket).getAssignee()).isEqualTo("ana");
    assertInHands(ticket);
  }

  private void leadTo(String step, Ticket ticket) {
    assertThatThrownBy(
            () -> {
              switch (step) {
                case "waitForCustomer" -> desk.finish(ticket, ANA, "ASK", "Which one?");
                case "resolveTicket" -> desk.finish(ticket, ANA, "RESOLVE", "Water helps.");
                case "confirmBug" -> desk.finish(ticket, ANA, "CONFIRM_BUG", "It burns.");
                default -> desk.handOver(ticket, ANA, null);
              }
            })
        .hasMessageContaining("the disk is full");
    failForGood();
  }

  @ParameterizedTest
  @ValueSource(strings = {"remindCustomer", "resumeWork"})
  void aTicketThatWaitsForItsCustomerComesBackToItsAgent(String step) throws Exception {
    Ticket ticket = opened();
    desk.finish(ticket, ANA, "ASK", "Which printer?");
    TestEngine.BEANS.put(step, BROKEN);
    if (step.equals("resumeWork")) {
      desk.customerWrites(ticket, "The red one.");
    }
    assertThatThrownBy(() -> desk.pass(Duration.ofDays(3))).hasMessageContaining("disk is full");
    failForGood();

    giveUp();

    assertThat(desk.taskOf(ticket).getAssignee()).isEqualTo("ana");
    assertInHands(ticket);
  }

  @Test
  void aTicketThatCannotBeClosedComesBackToItsAgent() throws Exception {
    Ticket ticket = opened();
    desk.finish(ticket, ANA, "RESOLVE", "Water helps.");
    TestEngine.BEANS.put("closeTicket", BROKEN);
    assertThatThrownBy(() -> desk.pass(Duration.ofDays(3))).hasMessageContaining("disk is full");
    failForGood();

    giveUp();

    assertThat(desk.taskOf(ticket).getAssignee()).isEqualTo("ana");
    assertInHands(ticket);
  }

  @Test
  void whatFailsBesideOpenWorkIsLeftOut() {
    Ticket ticket = opened();
    String task = desk.taskOf(ticket).getId();
    TestEngine.BEANS.put("recordCustomerReply", BROKEN);
    desk.customerWrites(ticket, "It still burns.");
    failForGood();

    giveUp();

    assertThat(desk.taskOf(ticket).getId()).isEqualTo(task);
    assertInHands(ticket);
  }

  @Test
  void whatFailsAfterTheTicketsLifeEndsThere() {
    TestEngine.BEANS.put("inviteToSurvey", BROKEN);
    assertThatThrownBy(desk::closed).hasMessageContaining("the disk is full");
    failForGood();

    giveUp();

    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void theTicketKnowsWhoTriedAgain() {
    Ticket ticket = opened();
    Object working = Objects.requireNonNull(TestEngine.BEANS.put("resolveTicket", BROKEN));
    leadTo("resolveTicket", ticket);

    repairs.retry(onlyRepair().id(), Desk.LENA);

    assertThat(ticket.history())
        .last()
        .extracting(HistoryEntry::what)
        .isEqualTo("step \"Resolve ticket\" tried once more");
    TestEngine.BEANS.put("resolveTicket", working);
    desk.workOff();
    assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
  }

  private Ticket opened() {
    Ticket ticket = desk.opened("Printer on fire", "Please help.");
    desk.workOff();
    return ticket;
  }

  /** Every try fails. */
  private void failForGood() {
    if (desk.jobs().withException().count() == 0) {
      assertThatThrownBy(desk::workOff).hasMessageContaining("the disk is full");
    }
    for (Job job : desk.jobs().withException().list()) {
      engine.getManagementService().setJobRetries(job.getId(), 0);
    }
  }

  private void giveUp() {
    repairs.giveUp(onlyRepair().id(), Desk.LENA, "Lena calls them.");
    desk.workOff();
  }

  private RepairList.Repair onlyRepair() {
    List<RepairList.Repair> waiting = repairs.waiting(10);
    assertThat(waiting).hasSize(1);
    return waiting.get(0);
  }

  private void assertInHands(Ticket ticket) {
    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(repairs.waiting(10)).isEmpty();
    assertThat(desk.running("TicketLifecycle", ticket)).isNotNull();
    assertThat(ticket.history())
        .filteredOn(entry -> entry.kind() == HistoryKind.REPAIRED)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.what()).endsWith("\" given up");
              assertThat(entry.actor().id()).isEqualTo("lena");
              assertThat(entry.why()).contains("Lena calls them.");
            });
  }
}
