package org.tierline.process.customersurvey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.tierline.process.Desk.LENA;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/** Every answer a customer may give after their ticket was closed, and what follows from it. */
class CustomerSurveyProcessTest {

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
              "LogPhoneCall")
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
  void happy_endsTheSurvey() throws Exception {
    Ticket ticket = desk.closed();

    desk.customerRates(5, true);

    assertThat(lastEndOf(CustomerSurvey.KEY)).isEqualTo("EndEvent_SurveyFinished");
    assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
  }

  @Test
  void unanswered_endsWhenTheLinkExpires() {
    desk.closed();

    desk.pass(Duration.ofDays(90));

    assertThat(lastEndOf(CustomerSurvey.KEY)).isEqualTo("EndEvent_SurveyUnanswered");
  }

  @Test
  void lowRating_isReviewedByALeadWhoMayLeaveItAtThat() throws Exception {
    Ticket ticket = desk.closed();

    desk.customerRates(2, true);
    assertThat(desk.taskOf(ticket))
        .hasCandidateGroup("lead")
        .hasName("[#5734] Review low rating: Printer on fire");
    desk.finish(ticket, LENA, "DONE", "I called to say sorry.");

    assertThat(lastEndOf(CustomerSurvey.REVIEW_KEY)).isEqualTo("EndEvent_RatingAccepted");
    assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
  }

  @Test
  void lowRating_isReviewedByALeadWhoMayReopenTheTicket() throws Exception {
    Ticket ticket = desk.closed();
    desk.customerRates(1, true);

    desk.finish(ticket, LENA, "REOPEN", "");

    assertThat(lastEndOf(CustomerSurvey.REVIEW_KEY)).isEqualTo("EndEvent_TicketReopened");
    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.running("TicketLifecycle", ticket)).isActive();
  }

  @Test
  void notSolved_reopensTheTicketWhateverTheRating() throws Exception {
    Ticket ticket = desk.closed();

    desk.customerRates(4, false);

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.running("TicketLifecycle", ticket)).isActive();
    assertThat(lastEndOf(CustomerSurvey.KEY)).isEqualTo("EndEvent_SurveyFinished");
  }

  @Test
  void notSolvedAndLow_reopensTheTicketOnceAndIsReviewed() throws Exception {
    Ticket ticket = desk.closed();

    desk.customerRates(1, false);
    engine
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey("Task_ReviewLowRating")
        .list()
        .forEach(
            review ->
                engine.getTaskService().complete(review.getId(), TicketProcess.outcome("REOPEN")));
    desk.workOff();

    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(desk.running("TicketLifecycle", ticket)).isActive();
  }

  @Test
  void answerChanged_forTheWorseIsReviewedThoughTheSurveyWasOver() throws Exception {
    Ticket ticket = desk.closed();
    desk.customerRates(5, true);

    desk.customerRates(1, true);

    assertThat(desk.taskOf(ticket)).hasCandidateGroup("lead");
  }

  @Test
  void answerChanged_whileALeadReviewsTheFirstOneBringsNoSecondReview() throws Exception {
    Ticket ticket = desk.closed();
    desk.customerRates(1, true);

    desk.customerRates(2, true);

    assertThat(desk.taskOf(ticket)).hasCandidateGroup("lead"); // the only one
  }

  private String lastEndOf(String key) {
    return engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
        .filter(activity -> activity.getProcessDefinitionKey().equals(key))
        .filter(activity -> activity.getActivityId().startsWith("EndEvent_"))
        .reduce((earlier, later) -> later)
        .map(HistoricActivityInstance::getActivityId)
        .orElse("none");
  }
}
