package org.tierline.process.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.tierline.agent.TeamId;
import org.tierline.assignment.ModelsNamingTeams;

/** Looks for a team in the tables and diagrams as they were deployed last. */
@ApplicationScoped
public class DeployedTeamNames implements ModelsNamingTeams {

  private final RepositoryService repository;

  @Inject
  public DeployedTeamNames(RepositoryService repository) {
    this.repository = repository;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeployedTeamNames() {
    this(null);
  }

  @Override
  public List<String> naming(TeamId team) {
    Stream<String> tables =
        repository.createDecisionDefinitionQuery().latestVersion().list().stream()
            .filter(table -> answersWith(table, team))
            .map(DecisionDefinition::getName);
    Stream<String> diagrams =
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
            .filter(diagram -> hasWorkFor(diagram, team))
            .map(ProcessDefinition::getName);
    return Stream.concat(tables, diagrams).distinct().sorted().toList();
  }

  private boolean answersWith(DecisionDefinition table, TeamId team) {
    String quoted = "\"" + team + "\"";
    return repository
        .getDmnModelInstance(table.getId())
        .getModelElementsByType(OutputEntry.class)
        .stream()
        .anyMatch(cell -> cell.getTextContent().contains(quoted));
  }

  private boolean hasWorkFor(ProcessDefinition diagram, TeamId team) {
    return repository
        .getBpmnModelInstance(diagram.getId())
        .getModelElementsByType(UserTask.class)
        .stream()
        .anyMatch(task -> task.getCamundaCandidateGroupsList().contains(team.value()));
  }
}
