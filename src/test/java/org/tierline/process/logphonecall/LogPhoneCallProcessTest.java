package org.tierline.process.logphonecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.tierline.agent.AgentFixture.ANA;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;

/** An agent enters a phone call. */
class LogPhoneCallProcessTest {

  @RegisterExtension
  static final ProcessEngineCoverageExtension EXTENSION =
      ProcessEngineCoverageExtension.builder(new TestEngine().withCoverage())
          .excludeProcessDefinitionKeys(
              "TicketLifecycle",
              "TicketTriage",
              "TicketWork",
              "CustomerWait",
              "BugConfirmation",
              "TicketResolution",
              "CustomerSurvey",
              "LowRatingReview")
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
  void phoneCall_isRememberedWithTheAgentWhoTookIt() {
    Ticket ticket = desk.openedByPhone();

    ProcessInstance call = started(ticket.number().value());
    desk.workOff();

    assertThat(call).isEnded();
    assertThat(desk.historyOf(ticket, HistoryKind.CALL_TAKEN))
        .containsExactly("phone call taken by ana");
  }

  @Test
  void phoneCall_thatOpenedNoTicketIsNotSwallowed() {
    ProcessInstance call = started(1);

    assertThatThrownBy(desk::workOff).hasMessageContaining("#1");

    assertThat(call).isWaitingAt("Task_RecordPhoneCall");
  }

  private ProcessInstance started(long ticketNumber) {
    engine.getIdentityService().setAuthenticatedUserId(ANA.value());
    try {
      engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);
      return engine
          .getRuntimeService()
          .startProcessInstanceByKey(LogPhoneCall.KEY, Map.of("ticketNumber", ticketNumber));
    } finally {
      engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
      engine.getIdentityService().clearAuthentication();
    }
  }
}
