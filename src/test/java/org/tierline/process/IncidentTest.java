package org.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.tierline.agent.AgentFixture.ANA;

import java.time.Duration;
import java.util.Date;
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
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/** A service task that keeps failing stops where it is, in sight of a lead who can go on. */
class IncidentTest {

  private static final JavaDelegate BROKEN =
      execution -> {
        throw new IllegalStateException("the disk is full");
      };

  private static final List<String> RETRY_PAUSES =
      List.of("PT10S", "PT1M", "PT5M", "PT30M", "PT2H");

  @RegisterExtension
  static final ProcessEngineExtension EXTENSION =
      ProcessEngineExtension.builder()
          .useProcessEngine(new TestEngine().buildProcessEngine())
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
  void failingStepIsRetriedThenAnIncidentAndGoesOnWhenALeadRetriesIt() throws Exception {
    Ticket ticket = desk.opened("Printer on fire", "Please help.");
    desk.workOff();
    Object working = Objects.requireNonNull(TestEngine.BEANS.put("resolveTicket", BROKEN));
    assertThatThrownBy(() -> desk.finish(ticket, ANA, "RESOLVE", "Water helps."))
        .hasMessageContaining("the disk is full");
    assertThat(failing().getRetries()).isEqualTo(5);

    for (String pause : RETRY_PAUSES) {
      assertThat(incidents()).isZero();
      assertThatThrownBy(() -> desk.pass(Duration.parse(pause)))
          .hasMessageContaining("the disk is full");
    }

    assertThat(incidents()).isEqualTo(1);
    assertThat(ticket.assignee()).contains(ANA);
    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.running("TicketResolution", ticket)).isWaitingAt("Task_ResolveTicket");

    TestEngine.BEANS.put("resolveTicket", working);
    retryNow(failing());
    desk.workOff();

    assertThat(incidents()).isZero();
    assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
  }

  private Job failing() {
    return desk.jobs().withException().singleResult();
  }

  /** What a lead does in Cockpit: one more try, due at once. */
  private void retryNow(Job job) {
    engine.getManagementService().setJobRetries(job.getId(), 1);
    engine.getManagementService().setJobDuedate(job.getId(), Date.from(desk.clock.instant()));
  }

  /** The calling processes show the incident of the called one, too; it is still one. */
  private long incidents() {
    return engine.getRuntimeService().createIncidentQuery().list().stream()
        .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
        .count();
  }
}
