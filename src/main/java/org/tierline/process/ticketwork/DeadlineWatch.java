package org.tierline.process.ticketwork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
 * Moves the deadlines of running work when an answer to the customer keeps one promise and the next
 * one comes up.
 */
@ApplicationScoped
public class DeadlineWatch {

  private static final Set<String> TIMERS =
      Set.of(TicketWork.BREACH_NEAR, TicketWork.PROMISE_BROKEN);

  private final Tickets tickets;
  private final CurrentDeadlines currentDeadlines;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final TaskService tasks;

  @Inject
  public DeadlineWatch(
      Tickets tickets,
      CurrentDeadlines currentDeadlines,
      RuntimeService runtime,
      ManagementService management,
      TaskService tasks) {
    this.tickets = tickets;
    this.currentDeadlines = currentDeadlines;
    this.runtime = runtime;
    this.management = management;
    this.tasks = tasks;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeadlineWatch() {
    this(null, null, null, null, null);
  }

  public void messageWritten(@Observes MessageWritten fact) {
    if (fact.purpose().direction() == Direction.OUTBOUND) {
      Ticket ticket = tickets.get(fact.ticket());
      runtime
          .createProcessInstanceQuery()
          .processDefinitionKey(TicketWork.KEY)
          .processInstanceBusinessKey(TicketProcess.businessKey(ticket.number()))
          .list()
          .forEach(work -> move(work, currentDeadlines.of(ticket.id())));
    }
  }

  private void move(ProcessInstance work, Deadlines deadlines) {
    runtime.setVariables(work.getId(), TicketWork.variables(deadlines));
    for (Job timer :
        management.createJobQuery().processInstanceId(work.getId()).timers().active().list()) {
      if (TIMERS.contains(activityOf(timer))) {
        management.recalculateJobDuedate(timer.getId(), false);
      }
    }
    for (Task task : tasks.createTaskQuery().processInstanceId(work.getId()).list()) {
      task.setDueDate(Date.from(deadlines.breachAt()));
      tasks.saveTask(task);
    }
  }

  private String activityOf(Job job) {
    return management
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }
}
