package org.tierline.process.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.agent.AgentFixture.TOM;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkResult;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.ticket.Message;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketLeftAgent;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.TicketTakenOver;

class EngineWorkListTest {

  private static final WorkResult RESOLVED = new WorkResult("RESOLVE", Optional.empty());

  @RegisterExtension
  static final ProcessEngineExtension EXTENSION =
      ProcessEngineExtension.builder().useProcessEngine(engine()).build();

  private Desk desk;

  private static ProcessEngine engine() {
    return new TestEngine().buildProcessEngine();
  }

  @BeforeAll
  static void deploy() {
    Desk.deploy(EXTENSION.getProcessEngine());
  }

  @BeforeEach
  void openTheDesk() {
    desk = new Desk(EXTENSION.getProcessEngine());
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
  }

  @Test
  void showsWhatIsToBeDoneForATicketAndHowItMayEnd() {
    Ticket ticket = workedOff();

    assertThat(desk.workList.ofTicket(ticket.number().value()))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.kind()).isEqualTo("Task_WorkOnTicket");
              assertThat(item.owner()).contains(ANA);
              assertThat(item.dueAt()).contains(ticket.createdAt().plus(Desk.FIRST_RESPONSE));
              assertThat(item.outcomes())
                  .containsExactly("RESOLVE", "ASK", "ESCALATE", "CONFIRM_BUG");
            });
  }

  @Test
  void doesNotTakeTheWorkOfOneTicketForAnothers() throws Exception {
    Ticket ticket = workedOff();
    String itsItem = itemOf(ticket).id();
    Ticket other = workedOff();

    assertThat(desk.workList.open(ticket.number().value(), itsItem)).isEqualTo(itemOf(ticket));
    assertThatExceptionOfType(WorkAlreadyDoneException.class)
        .isThrownBy(() -> desk.workList.open(other.number().value(), itsItem));
  }

  @Test
  void tellsTheSecondAgentWhoFinishedTheWorkAndWhen() throws Exception {
    Ticket ticket = workedOff();
    WorkItem item = itemOf(ticket);
    desk.workList.finish(item.id(), ANA, RESOLVED);

    assertThatExceptionOfType(WorkAlreadyDoneException.class)
        .isThrownBy(() -> desk.workList.finish(item.id(), TOM, RESOLVED))
        .withMessage("ana finished this on 23 November at 09:00");
  }

  @Test
  void refusesTheWorkOfAnotherAgent() {
    WorkItem item = itemOf(workedOff());

    assertThatExceptionOfType(NotYourWorkException.class)
        .isThrownBy(() -> desk.workList.finish(item.id(), TOM, RESOLVED))
        .withMessage("This is the work of ana");
    assertThatExceptionOfType(NotYourWorkException.class)
        .isThrownBy(() -> desk.workList.claim(item.id(), TOM));
  }

  @Test
  void refusesTheWorkOfAnotherTeam() {
    desk.available(ANA, false);
    WorkItem item = itemOf(workedOff());

    assertThatExceptionOfType(NotYourWorkException.class)
        .isThrownBy(() -> desk.workList.claim(item.id(), BEN));
  }

  @Test
  void claimedWorkMakesTheAgentTheOwnerOfTheTicket() throws Exception {
    desk.available(ANA, false);
    Ticket ticket = workedOff();

    desk.workList.claim(itemOf(ticket).id(), TOM);

    assertThat(itemOf(ticket).owner()).contains(TOM);
    assertThat(ticket.assignee()).contains(TOM);
  }

  @Test
  void workGivenBackTakesTheTicketIntoTheQueueWithItsHistory() throws Exception {
    Ticket ticket = workedOff();

    desk.giveBackWork.handBack(ticket.id(), itemOf(ticket).id(), ANA, Desk.NOTE);

    assertThat(itemOf(ticket).owner()).isEmpty();
    assertThat(ticket.assignee()).isEmpty();
    assertThat(ticket.messages()).last().extracting(Message::purpose).isEqualTo(Purpose.NOTE);
    assertThat(ticket.history())
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.actor().name()).isEqualTo("Ana");
              assertThat(entry.what()).isEqualTo("gave it back to the queue of tier1");
            });
    assertThat(desk.facts.ofType(TicketLeftAgent.class)).hasSize(1);
  }

  @Test
  void onlyTheOwnerGivesWorkBack() throws Exception {
    Ticket ticket = workedOff();
    WorkItem item = itemOf(ticket);

    assertThatExceptionOfType(NotYourWorkException.class)
        .isThrownBy(() -> desk.workList.giveBack(item.id(), TOM))
        .withMessage("This is the work of ana");
    desk.giveBackWork.handBack(ticket.id(), item.id(), ANA, Desk.NOTE);
    assertThatExceptionOfType(NotYourWorkException.class)
        .isThrownBy(() -> desk.workList.giveBack(item.id(), ANA));
    assertThatExceptionOfType(WorkAlreadyDoneException.class)
        .isThrownBy(() -> desk.workList.giveBack("gone", ANA));
  }

  @Test
  void aLeadWhoTakesATicketAwayInTasklistIsNamed() {
    Ticket ticket = workedOff();
    String task = itemOf(ticket).id();
    var engine = EXTENSION.getProcessEngine();
    var identities = engine.getIdentityService();
    // what a lead may do is another test's business
    engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);

    identities.setAuthenticatedUserId(Desk.LENA.value());
    try {
      engine.getTaskService().setAssignee(task, null);
    } finally {
      identities.clearAuthentication();
      engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    assertThat(ticket.history())
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.what()).isEqualTo("took it from ana, back to the queue of tier1");
              assertThat(entry.why()).contains("without a hand-over");
            });
    assertThat(desk.facts.ofType(TicketTakenOver.class))
        .containsExactly(new TicketTakenOver(ticket.id(), ANA, Optional.empty()));
  }

  @Test
  void ofTwoWhoFinishAtTheSameMomentOneWinsAndTheOtherHearsOfIt() throws Exception {
    Ticket ticket = workedOff();
    WorkItem item = itemOf(ticket);
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<String> finish =
        () -> {
          start.await();
          try {
            desk.workList.finish(item.id(), ANA, RESOLVED);
            return "won";
          } catch (WorkAlreadyDoneException e) {
            return "told";
          }
        };

    ExecutorService tabs = Executors.newFixedThreadPool(2);
    List<Future<String>> answers = tabs.invokeAll(List.of(finish, finish));
    tabs.shutdown();

    assertThat(answers).extracting(Future::get).containsExactlyInAnyOrder("won", "told");
    desk.workOff();
    assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
  }

  private Ticket workedOff() {
    Ticket ticket = desk.opened("Printer on fire", "Please help.");
    desk.workOff();
    return ticket;
  }

  private WorkItem itemOf(Ticket ticket) {
    return desk.workList.ofTicket(ticket.number().value()).get(0);
  }
}
