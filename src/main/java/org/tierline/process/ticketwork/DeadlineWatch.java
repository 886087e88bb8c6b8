package org.tierline.process.ticketwork;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.tierline.process.TicketProcess;
import org.tierline.sla.CurrentDeadlines;
import org.tierline.sla.Deadlines;
import org.tierline.ticket.Direction;
import org.tierline.ticket.MessageWritten;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/**
 * Moves the deadlines of running work to the next promise when an answer to the customer has kept
 * one, or time has broken it.
 */
@ApplicationScoped
public class DeadlineWatch {

  private static final Set<String> TIMERS =
      Set.of(TicketWork.BREACH_NEAR, TicketWork.PROMISE_BROKEN);

  private final Tickets tickets;
  private final CurrentDeadlines currentDeadlines;
  private final Clock clock;
  private final ProcessEngine engine;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final TaskService tasks;

  @Inject
  public DeadlineWatch(
      Tickets tickets, CurrentDeadlines currentDeadlines, Clock clock, ProcessEngine engine) {
    this.tickets = tickets;
    this.currentDeadlines = currentDeadlines;
    this.clock = clock;
    this.engine = engine;
    this.runtime = engine.getRuntimeService();
    this.management = engine.getManagementService();
    this.tasks = engine.getTaskService();
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeadlineWatch() {
    this.tickets = null;
    this.currentDeadlines = null;
    this.clock = null;
    this.engine = null;
    this.runtime = null;
    this.management = null;
    this.tasks = null;
  }

  public void messageWritten(@Observes MessageWritten fact) {
    if (fact.purpose().direction() == Direction.OUTBOUND) {
      watchNext(tickets.get(fact.ticket()));
    }
  }

  /** One promise is kept or broken: whoever works on the ticket is held to the next one. */
  void watchNext(Ticket ticket) {
    runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(TicketWork.KEY)
        .processInstanceBusinessKey(TicketProcess.businessKey(ticket.number()))
        .list()
        .forEach(work -> move(work, currentDeadlines.of(ticket.id())));
  }

  private void move(ProcessInstance work, Deadlines deadlines) {
    runtime.setVariables(work.getId(), TicketWork.variables(deadlines));
    Set<String> armed = new HashSet<>();
    for (Job timer :
        management.createJobQuery().processInstanceId(work.getId()).timers().active().list()) {
      String activity = activityOf(timer);
      if (TIMERS.contains(activity)) {
        armed.add(activity);
        management.recalculateJobDuedate(timer.getId(), false);
      }
    }
    Instant now = clock.instant();
    if (!armed.contains(TicketWork.BREACH_NEAR) && deadlines.warnAt().isAfter(now)) {
      arm(work, TicketWork.BREACH_NEAR);
    }
    if (!armed.contains(TicketWork.PROMISE_BROKEN) && deadlines.breachAt().isAfter(now)) {
      arm(work, TicketWork.PROMISE_BROKEN);
    }
    for (Task task : tasks.createTaskQuery().processInstanceId(work.getId()).list()) {
      task.setDueDate(Date.from(deadlines.breachAt()));
      tasks.saveTask(task);
    }
  }

  /** A boundary timer fires once; the engine has no public way to set it again. */
  private void arm(ProcessInstance work, String timer) {
    Execution task =
        runtime
            .createExecutionQuery()
            .processInstanceId(work.getId())
            .activityId(TicketWork.WORK_ON_TICKET)
            .singleResult();
    if (task == null) {
      return; // the work was finished in this moment
    }
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              ExecutionEntity execution =
                  context.getExecutionManager().findExecutionById(task.getId());
              TimerDeclarationImpl declaration =
                  TimerDeclarationImpl.getDeclarationsForScope(execution.getActivity()).get(timer);
              return requireNonNull(declaration, timer).createTimerInstance(execution);
            });
  }

  private String activityOf(Job job) {
    return management
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }
}
