package org.tierline.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tierline.container.BesideTheDesk.bean;
import static org.tierline.container.BesideTheDesk.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.Job;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.RepairList;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkResult;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.TicketStatus;

/** What the engine's own threads do with the desk's EJBs. */
@InContainerTest
class ServiceTasksIT {

  @Deployment
  static WebArchive besideTheDesk() {
    return BesideTheDesk.archive();
  }

  /** Every step up to the first task is taken by a thread of the job executor. */
  @Test
  void threadsOfTheEngineFindTheBeansOfTheDesk() {
    Situation ticket = Situation.aTicket("I forgot my password");

    WorkItem work = ticket.awaitWork();

    assertThat(work.kind()).isEqualTo("Task_WorkOnTicket");
    assertThat(ticket.history())
        .contains(HistoryKind.TRIAGED, HistoryKind.ACKNOWLEDGED, HistoryKind.ASSIGNED);
    assertThat(work.owner()).isEqualTo(ticket.owner());
  }

  @Test
  void aStepThatFailsForGoodWaitsForALeadAndTheTicketStaysWithItsTeam() {
    EmailAddress unlucky = Situation.aCustomer();
    try (var obstacle = BesideTheDesk.Obstacle.againstMailTo(unlucky)) {
      Situation ticket = Situation.aTicketFrom(unlucky, "How do I export my data?");
      Job job =
          ticket.awaitJob("Task_AcknowledgeTicket", failed -> failed.getExceptionMessage() != null);
      engine().getManagementService().setJobRetries(job.getId(), 1);
      assertThatThrownBy(() -> engine().getManagementService().executeJob(job.getId())).isNotNull();

      RepairList.Repair repair = repairOf(ticket).orElseThrow();
      assertThat(repair.step()).isEqualTo("Acknowledge ticket");
      assertThat(repair.problem()).as("the database's own words").containsIgnoringCase("obstacle_");
      assertThat(ticket.ask(t -> t.team()).value()).isNotBlank();
      assertThat(ticket.processes()).isEqualTo(1);

      obstacle.remove();
      bean(RepairList.class).retry(repair.id(), new AgentId("lena"));
      ticket.awaitWork();
      assertThat(repairOf(ticket)).isEmpty();
    }
  }

  /** A refusal is a BpmnError out of a stateless EJB; the container must not doom the work. */
  @Test
  void aRefusalOfTheDomainTakesTheModelledWay() throws Exception {
    Situation ticket = Situation.aTicket("How do I export my data?");
    WorkItem work = ticket.awaitWork();
    bean(FinishWork.class)
        .finish(
            ticket.id(),
            work.id(),
            work.owner().orElseThrow(),
            new WorkResult("RESOLVE", Optional.empty()),
            "Use the export page.");
    ticket.awaitThat(t -> t.status() == TicketStatus.RESOLVED);
    Job grace = ticket.awaitJob("Event_GracePeriodOver", job -> true);

    // as if an objection had come in unnoticed by the process
    engine().getRuntimeService().setVariable(grace.getExecutionId(), "repliesSeen", -1);
    engine().getManagementService().executeJob(grace.getId());

    ticket.awaitThat(t -> t.history().stream().anyMatch(e -> e.kind() == HistoryKind.REOPENED));
    assertThat(repairOf(ticket)).isEmpty();
  }

  private static Optional<RepairList.Repair> repairOf(Situation ticket) {
    List<RepairList.Repair> waiting = bean(RepairList.class).waiting(1000);
    return waiting.stream()
        .filter(r -> r.ticketNumber().orElse("").contains(String.valueOf(ticket.number().value())))
        .findFirst();
  }
}
