package org.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.ticket.TicketFixture.aTicket;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkResult;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;

class WorkUseCasesTest {

  private static final String WORK = "item-1";
  private static final String WORK_ON_ANOTHER_TICKET = "item-2";

  private static final HandOverNote NOTE = new HandOverNote("Water.", "Twice.", "A fireman.");

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryWorkList workList = new InMemoryWorkList();
  private final WriteMessage writeMessage =
      new WriteMessage(tickets, agents, new RecordedFacts(), new TestClock());
  private final FinishWork finishWork =
      new FinishWork(tickets, agents, writeMessage, workList, new TestClock());
  private final GiveBackWork giveBackWork =
      new GiveBackWork(tickets, writeMessage, workList, new TestClock());
  private final ClaimWork claimWork = new ClaimWork(tickets, workList);
  private final Ticket ticket = aTicket();

  @BeforeEach
  void twoTicketsAreWorkedOn() {
    agents.add(agent(ANA, TeamId.TIER1));
    agents.add(agent(TOM, TeamId.TIER1));
    tickets.add(ticket);
    workList.add(WORK, "Task_WorkOnTicket", ticket.number().value(), Optional.of(ANA));
    workList.add(
        WORK_ON_ANOTHER_TICKET, "Task_WorkOnTicket", ticket.number().value() + 1, Optional.empty());
  }

  @Test
  void finishedWorkSaysWhatTheOutcomeCallsFor() throws Exception {
    finishWork.finish(ticket.id(), WORK, ANA, outcome("ASK"), "Which printer?");

    assertThat(ticket.messages()).last().extracting(Message::purpose).isEqualTo(Purpose.QUESTION);
    assertThat(workList.resultOf(WORK)).contains(outcome("ASK"));
  }

  @Test
  void whoHandsOverLeavesANoteToTheNext() throws Exception {
    finishWork.handOver(ticket.id(), WORK, ANA, Optional.of(TeamId.TIER2), NOTE, "Too hot.");

    assertThat(ticket.lastHandOver().orElseThrow().note()).isEqualTo(NOTE);
    assertThat(ticket.messages())
        .last()
        .satisfies(
            message -> {
              assertThat(message.purpose()).isEqualTo(Purpose.ESCALATION);
              assertThat(message.text())
                  .isEqualTo(
                      "Too hot.\n\nTried: Water.\n\nReproduced: Twice.\n\nMissing: A fireman.");
            });
    assertThat(workList.resultOf(WORK))
        .contains(new WorkResult("ESCALATE", Optional.of(TeamId.TIER2)));
  }

  @Test
  void whoGivesATicketBackLeavesANoteToo() throws Exception {
    giveBackWork.handBack(ticket.id(), WORK, ANA, NOTE);

    assertThat(ticket.lastHandOver().orElseThrow().note()).isEqualTo(NOTE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> giveBackWork.giveBack(ticket.id(), WORK, ANA, "Your turn."));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> finishWork.finish(ticket.id(), WORK, ANA, outcome("ESCALATE"), "Hot."));
  }

  @Test
  void theSlowerOfTwoAgentsIsToldAndNotHeard() throws Exception {
    finishWork.finish(ticket.id(), WORK, ANA, outcome("RESOLVE"), "Restart it.");

    assertThatExceptionOfType(WorkAlreadyDoneException.class)
        .isThrownBy(() -> finishWork.finish(ticket.id(), WORK, TOM, outcome("ASK"), "Which one?"));
    assertThat(ticket.messages()).last().extracting(Message::text).isEqualTo("Restart it.");
  }

  /** The words would go to the customer of one ticket, the step to the process of the other. */
  @Test
  void theWorkOfAnotherTicketIsNeitherFinishedNorTakenNorGivenBack() {
    assertThatExceptionOfType(WorkAlreadyDoneException.class)
        .isThrownBy(
            () ->
                finishWork.finish(
                    ticket.id(), WORK_ON_ANOTHER_TICKET, ANA, outcome("RESOLVE"), "Restart it."));
    assertThatExceptionOfType(WorkAlreadyDoneException.class)
        .isThrownBy(() -> giveBackWork.handBack(ticket.id(), WORK_ON_ANOTHER_TICKET, ANA, NOTE));
    assertThatExceptionOfType(WorkAlreadyDoneException.class)
        .isThrownBy(() -> claimWork.claim(ticket.id(), WORK_ON_ANOTHER_TICKET, ANA));

    assertThat(ticket.messages()).hasSize(1);
    assertThat(workList.ofTicket(ticket.number().value() + 1))
        .singleElement()
        .extracting(WorkItem::owner)
        .isEqualTo(Optional.empty());
  }

  private static WorkResult outcome(String outcome) {
    return new WorkResult(outcome, Optional.empty());
  }
}
