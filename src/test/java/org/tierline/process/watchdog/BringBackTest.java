package org.tierline.process.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.process.ticketlifecycle.LifecycleStart;
import org.tierline.process.ticketlifecycle.TicketLifecycle;
import org.tierline.process.worklist.OpenTasks;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.StrayTickets.Fault;
import org.tierline.ticket.StrayTickets.Stray;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStrayed;

class BringBackTest {

  @RegisterExtension
  static final ProcessEngineExtension EXTENSION =
      ProcessEngineExtension.builder()
          .useProcessEngine(new TestEngine().buildProcessEngine())
          .build();

  private ProcessEngine engine;
  private Desk desk;
  private BringBack bringBack;

  @BeforeAll
  static void deploy() {
    Desk.deploy(EXTENSION.getProcessEngine());
  }

  @BeforeEach
  void openTheDesk() {
    engine = EXTENSION.getProcessEngine();
    desk = new Desk(engine);
    bringBack =
        new BringBack(
            desk.tickets,
            engine.getRuntimeService(),
            new LifecycleStart(engine.getRuntimeService()),
            new OpenTasks(engine.getTaskService()),
            desk.facts,
            desk.clock);
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
  }

  @Test
  void workFollowsTheOwnerOfTheTicket() {
    Ticket ticket = openedAndWorkedOff();
    ticket.assignTo(TOM, "behind the engine's back", desk.clock.instant());

    bringBack.bringBack(stray(ticket, Fault.OTHER_OWNER));

    assertThat(desk.taskOf(ticket)).isAssignedTo(TOM.value());
    assertThat(desk.facts.ofType(TicketStrayed.class))
        .containsExactly(
            new TicketStrayed(ticket.id(), ticket.number(), Fault.OTHER_OWNER.words(), true));
  }

  @Test
  void workOfATicketWithoutOwnerIsOfferedAgain() {
    Ticket ticket = openedAndWorkedOff();
    ticket.giveBack(TOM, "Tom", desk.clock.instant());

    bringBack.bringBack(stray(ticket, Fault.OTHER_OWNER));

    assertThat(desk.taskOf(ticket)).isNotAssigned();
  }

  @Test
  void aTicketInWorkGetsItsLostProcessAgainButOnlyOne() {
    Ticket ticket = openedAndWorkedOff();
    loseTheProcessOf(ticket);

    bringBack.bringBack(stray(ticket, Fault.NO_LIFECYCLE));
    bringBack.bringBack(stray(ticket, Fault.NO_LIFECYCLE));
    desk.workOff();

    assertThat(desk.running(TicketLifecycle.KEY, ticket)).isNotNull();
    assertThat(desk.taskOf(ticket)).isAssignedTo(ANA.value());
    assertThat(desk.historyOf(ticket, HistoryKind.STRAYED))
        .containsExactly("brought back: no lifecycle runs for it");
  }

  @Test
  void aTicketThatWaitsForItsCustomerNeedsAPersonWhoIsToldOnceADay() throws Exception {
    Ticket ticket = openedAndWorkedOff();
    desk.finish(ticket, ANA, "ASK", "Which one?");
    loseTheProcessOf(ticket);

    bringBack.bringBack(stray(ticket, Fault.NO_LIFECYCLE));
    bringBack.bringBack(stray(ticket, Fault.NO_LIFECYCLE));
    assertThat(desk.facts.ofType(TicketStrayed.class))
        .containsExactly(
            new TicketStrayed(ticket.id(), ticket.number(), Fault.NO_LIFECYCLE.words(), false));

    desk.clock.pass(Duration.ofHours(25));
    bringBack.bringBack(stray(ticket, Fault.NO_LIFECYCLE));
    assertThat(desk.facts.ofType(TicketStrayed.class)).hasSize(2);
  }

  private Ticket openedAndWorkedOff() {
    Ticket ticket = desk.opened("Printer on fire", "x");
    desk.workOff();
    return ticket;
  }

  private void loseTheProcessOf(Ticket ticket) {
    engine
        .getRuntimeService()
        .deleteProcessInstance(desk.running(TicketLifecycle.KEY, ticket).getId(), "broken");
  }

  private static Stray stray(Ticket ticket, Fault fault) {
    return new Stray(ticket.id(), ticket.number(), fault);
  }
}
