package org.tierline.process.repair;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.RepairList;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.Tickets;

/** The engine's failed jobs, as the list of repairs. */
@ApplicationScoped
@Transactional
public class EngineRepairList implements RepairList {

  private static final int ONE_MORE_TRY = 1;
  private static final int MAX_REASON_LENGTH = 500;
  private static final String CAUSE = "Caused by: ";
  private static final System.Logger LOG = System.getLogger(EngineRepairList.class.getName());

  private final RuntimeService runtime;
  private final ManagementService management;
  private final RepositoryService repository;
  private final GiveUpStep giveUpStep;
  private final Tickets tickets;
  private final Agents agents;
  private final Clock clock;

  @Inject
  public EngineRepairList(
      RuntimeService runtime,
      ManagementService management,
      RepositoryService repository,
      GiveUpStep giveUpStep,
      Tickets tickets,
      Agents agents,
      Clock clock) {
    this.runtime = runtime;
    this.management = management;
    this.repository = repository;
    this.giveUpStep = giveUpStep;
    this.tickets = tickets;
    this.agents = agents;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected EngineRepairList() {
    this(null, null, null, null, null, null, null);
  }

  @Override
  public List<Repair> waiting(int most) {
    return runtime
        .createIncidentQuery()
        .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
        .orderByIncidentTimestamp()
        .asc()
        .listPage(0, most)
        .stream()
        .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
        .map(this::repair)
        .toList();
  }

  /** One by the engine's id of its incident; empty if a person was faster. */
  public Optional<Repair> find(String incident) {
    return Optional.ofNullable(runtime.createIncidentQuery().incidentId(incident).singleResult())
        .map(this::repair);
  }

  private Repair repair(Incident incident) {
    return new Repair(
        incident.getConfiguration(),
        businessKey(incident.getProcessInstanceId()),
        stepName(incident),
        problem(incident),
        incident.getIncidentTimestamp().toInstant());
  }

  /**
   * The first cause and what came of it. A transaction that could not be committed says of itself
   * only that.
   */
  private String problem(Incident incident) {
    String outcome = Objects.requireNonNullElse(incident.getIncidentMessage(), "unknown");
    String trace = management.getJobExceptionStacktrace(incident.getConfiguration());
    return Stream.ofNullable(trace)
        .flatMap(String::lines)
        .filter(line -> line.startsWith(CAUSE))
        .reduce((outer, inner) -> inner)
        .map(line -> line.substring(CAUSE.length()).replaceFirst("^[\\w.$]+: ", ""))
        .filter(cause -> !outcome.contains(cause))
        .map(cause -> cause + " (" + outcome + ")")
        .orElse(outcome);
  }

  private Optional<String> businessKey(String process) {
    ProcessInstance running =
        runtime.createProcessInstanceQuery().processInstanceId(process).singleResult();
    return Optional.ofNullable(running).map(ProcessInstance::getBusinessKey);
  }

  private String stepName(Incident incident) {
    ModelElementInstance step =
        repository
            .getBpmnModelInstance(incident.getProcessDefinitionId())
            .getModelElementById(incident.getActivityId());
    String name = step == null ? null : step.getAttributeValue("name");
    return name == null ? incident.getActivityId() : name;
  }

  @Override
  public void retry(String id, AgentId by) {
    failed(id)
        .ifPresent(
            step -> {
              note(step, by, "tried once more", null);
              // at once: what is left of the pauses between earlier tries says nothing any more
              management
                  .setJobRetries(ONE_MORE_TRY)
                  .jobId(id)
                  .dueDate(Date.from(clock.instant()))
                  .execute();
              LOG.log(System.Logger.Level.INFO, "Failed step {0} is tried once more", id);
            });
  }

  @Override
  public void giveUp(String id, AgentId by, String why) {
    failed(id)
        .ifPresent(
            step -> {
              String reason = why.substring(0, Math.min(why.length(), MAX_REASON_LENGTH));
              note(step, by, "given up", reason);
              giveUpStep.giveUp(step, ticketOf(step), reason);
              LOG.log(System.Logger.Level.WARNING, "Failed step {0} is given up by {1}", id, by);
            });
  }

  private Optional<Job> failed(String id) {
    return Optional.ofNullable(management.createJobQuery().jobId(id).noRetriesLeft().singleResult())
        .filter(job -> job.getProcessInstanceId() != null);
  }

  private void note(Job step, AgentId by, String what, @Nullable String why) {
    String name = agents.find(by).map(Agent::displayName).orElse(by.value());
    ticketOf(step)
        .ifPresent(
            ticket ->
                ticket.note(
                    HistoryKind.REPAIRED,
                    Author.of(by, name),
                    "step \"%s\" %s".formatted(nameOf(step), what),
                    why,
                    clock.instant()));
  }

  private String nameOf(Job step) {
    return runtime.createIncidentQuery().configuration(step.getId()).list().stream()
        .findFirst()
        .map(this::stepName)
        .orElse("");
  }

  private Optional<Ticket> ticketOf(Job step) {
    return businessKey(step.getProcessInstanceId())
        .filter(key -> key.matches("\\d{1,18}"))
        .flatMap(key -> tickets.find(new TicketNumber(Long.parseLong(key))));
  }
}
