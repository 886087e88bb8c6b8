package org.tierline.process.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tierline.agent.TeamId;
import org.tierline.customer.Plan;
import org.tierline.sla.SlaPolicies;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.Category;
import org.tierline.ticket.Priority;

/** The tables as the engine has them. */
class DeployedTablesTest {

  private static ProcessEngine engine;
  private static DeployedTables tables;

  @BeforeAll
  static void startEngine() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:decisions;DB_CLOSE_DELAY=-1");
    configuration.setDmnFeelCustomFunctionProviders(List.of(new WordingFunctions()));
    configuration.setHistory("full");
    engine = configuration.buildProcessEngine();
    var deployment = engine.getRepositoryService().createDeployment();
    for (String key :
        List.of(
            "DetectSignals",
            "DetermineAlerts",
            "DetermineCategory",
            "DetermineEscalationLadder",
            "DetermineEscalationRoute",
            "DeterminePriority",
            "DetermineRoute",
            "DetermineSlaPolicy",
            "DetermineWeight")) {
      deployment.addClasspathResource("processes/" + key + ".dmn");
    }
    deployment.deploy();
    tables = new DeployedTables(engine.getRepositoryService(), new WordingFunctions());
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @Test
  void answerThePorts() {
    assertThat(
            new DmnSlaPolicies(tables)
                .policyFor(
                    new SlaPolicies.Request(
                        Plan.PREMIUM, Priority.CRITICAL, new Category("OUTAGE"), ""))
                .targets())
        .containsEntry(SlaTarget.FIRST_RESPONSE, Duration.ofMinutes(15));
    assertThat(new DmnEscalationLadders(tables).ladder("urgent").steps())
        .containsKey(SlaTarget.RESOLUTION);
    assertThat(new DmnEscalationRoutes(tables).routeFor(TeamId.TIER1, new Category("BILLING")))
        .isEqualTo(new TeamId("accounting"));
    assertThat(new DmnSignalTable(tables).signalsIn("system down").codes()).isEqualTo("OUTAGE");
    assertThat(new DmnAlertRoutes(tables).teamsToAlert(new Category("OUTAGE"), Priority.CRITICAL))
        .containsExactly(TeamId.ENGINEERING, TeamId.LEAD);
    assertThat(new DmnWeights(tables).scale().weigh(new Category("OUTAGE"), Priority.CRITICAL))
        .isEqualTo(5);
  }

  @Test
  void leaveNothingOfTheCustomersTextInTheEngine() {
    new DmnSignalTable(tables).signalsIn("system down, my secret is 4711. ".repeat(1_000));

    assertThat(
            engine
                .getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey(DmnSignalTable.KEY)
                .count())
        .isZero();
  }

  @Test
  void aNewVersionCountsFromItsDeploymentOn() {
    new DmnSignalTable(tables).signalsIn("warm up");
    var edited =
        Dmn.readModelFromStream(
            Objects.requireNonNull(getClass().getResourceAsStream("/processes/DetectSignals.dmn")));
    edited
        .<org.camunda.bpm.model.dmn.instance.InputEntry>getModelElementById(
            "DetectSignals_Outage3_In1")
        .getText()
        .setTextContent("reports(text, \"armageddon\")");
    var deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addModelInstance("DetectSignals.dmn", edited)
            .deploy();

    try {
      assertThat(new DmnSignalTable(tables).signalsIn("Armageddon!").why())
          .isEqualTo(
              "OUTAGE because of \"armageddon\" (DetectSignals v2, row DetectSignals_Outage3)");
    } finally {
      engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }
  }

  @Test
  void aMissingDecisionIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> tables.latest("DetermineMood"))
        .withMessage("No decision DetermineMood is deployed");
  }

  @Test
  void theTrailOfAProcessNamesRowAndVersion() {
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "Trail.bpmn",
            Bpmn.createExecutableProcess("Trail")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .businessRuleTask()
                .camundaDecisionRef("DetermineCategory")
                .camundaMapDecisionResult("singleEntry")
                .camundaResultVariable("category")
                .businessRuleTask()
                .camundaDecisionRef("DetermineRoute")
                .camundaMapDecisionResult("singleEntry")
                .camundaResultVariable("team")
                .userTask()
                .done())
        .deploy();

    String process =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey(
                "Trail", Variables.fromMap(Map.of("signals", "DATA_LOSS URGENT")))
            .getId();

    var trail = new DecisionTrail(engine.getHistoryService(), engine.getRepositoryService());
    assertThat(trail.of(process))
        .isEqualTo(
            "category DATA_LOSS by DetermineCategory v1, row DetermineCategory_DataLoss;"
                + " team tier2 by DetermineRoute v1, row DetermineRoute_DataLoss");
  }
}
