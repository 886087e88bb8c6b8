package org.tierline.process.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.tierline.agent.RepairList.Repair;
import org.tierline.agent.StepsFailed;
import org.tierline.platform.TestDatabase;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.ticket.Ticket;

/** Of every step that failed for good the leads hear once, whatever the database. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AnnounceFailedStepsContract {

  private final TestDatabase database;
  private ProcessEngine engine;
  private Desk desk;
  private AnnounceFailedSteps announceFailedSteps;

  AnnounceFailedStepsContract(TestDatabase database) {
    this.database = database;
  }

  @BeforeAll
  void startTheEngine() {
    engine = new TestEngine(database.dataSource()).buildProcessEngine();
    Desk.deploy(engine);
  }

  @BeforeEach
  void openTheDesk() {
    desk = new Desk(engine);
    announceFailedSteps =
        new AnnounceFailedSteps(
            new NewIncidents(database.dataSource()),
            new EngineRepairList(
                engine.getRuntimeService(),
                engine.getManagementService(),
                engine.getRepositoryService(),
                new GiveUpStep(
                    engine.getRuntimeService(),
                    engine.getManagementService(),
                    desk.facts,
                    desk.clock),
                desk.tickets,
                desk.agents,
                desk.clock),
            desk.facts,
            desk.clock);
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
  }

  @AfterAll
  void stopTheEngine() {
    engine.close();
  }

  @Test
  void eachFailureIsToldOnceAndThoseOfOneMomentTogether() {
    announceFailedSteps.announce();
    assertThat(told()).isEmpty();

    Ticket first = desk.opened("Stuck", "x");
    Ticket second = desk.opened("Stuck, too", "x");
    setRetries(0);
    announceFailedSteps.announce();
    announceFailedSteps.announce();

    assertThat(told()).hasSize(1);
    assertThat(told().get(0).all()).isEqualTo(2);
    assertThat(told().get(0).repairs())
        .extracting(repair -> repair.ticketNumber().orElseThrow())
        .containsExactlyInAnyOrder(
            Long.toString(first.number().value()), Long.toString(second.number().value()));
    assertThat(told().get(0).repairs()).extracting(Repair::step).doesNotContainNull();
  }

  @Test
  void whatFailsAgainAfterALeadLetItGoOnIsToldAgainAndWhatIsOverIsForgotten() {
    desk.opened("Stuck", "x");
    setRetries(0);
    announceFailedSteps.announce();
    setRetries(1);
    announceFailedSteps.announce();
    assertThat(told()).hasSize(1);
    assertThat(remembered()).isZero();

    setRetries(0);
    announceFailedSteps.announce();

    assertThat(told()).hasSize(2);
    assertThat(remembered()).isEqualTo(1);
  }

  private void setRetries(int retries) {
    for (Job job : desk.jobs().list()) {
      engine.getManagementService().setJobRetries(job.getId(), retries);
    }
  }

  private List<StepsFailed> told() {
    return desk.facts.ofType(StepsFailed.class);
  }

  private int remembered() {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query =
            connection.prepareStatement("select count(*) from incident_told");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
