package org.tierline.process.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.tierline.process.TicketProcess;
import org.tierline.sla.ladder.DeadlinesMoved;
import org.tierline.ticket.TicketNumber;

/**
 * Moves the timers and the tasks of running work when the dates of its ticket have moved, in the
 * transaction that moved them. A step that is just being taken sees to its timer itself.
 */
@ApplicationScoped
public class DeadlineWatch {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final TaskService tasks;

  @Inject
  public DeadlineWatch(ProcessEngine engine) {
    this.runtime = engine.getRuntimeService();
    this.management = engine.getManagementService();
    this.tasks = engine.getTaskService();
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeadlineWatch() {
    this.runtime = null;
    this.management = null;
    this.tasks = null;
  }

  public void deadlinesMoved(@Observes DeadlinesMoved fact) {
    Map<String, Object> variables = LadderTimers.variables(fact.nextDueAt(), fact.nextStepAt());
    Date due = fact.nextDueAt().map(Date::from).orElse(null);
    running(fact.number()).forEach(work -> move(work, variables, due));
  }

  /** Lets the work wait for the next step again when nothing waits for it any more. */
  void armAnew(TicketNumber ticket) {
    running(ticket)
        .forEach(
            work ->
                runtime
                    .createProcessInstanceModification(work.getId())
                    .startBeforeActivity(LadderTimers.NEXT_STEP_DUE)
                    .execute());
  }

  private List<ProcessInstance> running(TicketNumber ticket) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(TicketProcess.businessKey(ticket))
        .processDefinitionKeyIn(LadderTimers.MODELS.toArray(String[]::new))
        .list();
  }

  private void move(ProcessInstance work, Map<String, Object> variables, @Nullable Date due) {
    runtime.setVariables(work.getId(), variables);
    for (String timer : List.of(LadderTimers.STEP_DUE, LadderTimers.NEXT_STEP_DUE)) {
      for (Job job :
          management
              .createJobQuery()
              .processInstanceId(work.getId())
              .activityId(timer)
              .timers()
              .list()) {
        management.recalculateJobDuedate(job.getId(), false);
      }
    }
    for (Task task : tasks.createTaskQuery().processInstanceId(work.getId()).list()) {
      task.setDueDate(due);
      tasks.saveTask(task);
    }
  }
}
