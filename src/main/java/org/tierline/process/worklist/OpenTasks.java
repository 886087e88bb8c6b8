package org.tierline.process.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.tierline.agent.AgentId;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.Priority;
import org.tierline.ticket.TicketNumber;

/** Keeps open tasks in step with what happens to their ticket. */
@ApplicationScoped
public class OpenTasks {

  private final TaskService tasks;

  @Inject
  public OpenTasks(TaskService tasks) {
    this.tasks = tasks;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OpenTasks() {
    this(null);
  }

  /** The work on the ticket belongs to this agent now. */
  void assign(TicketNumber ticket, AgentId agent) {
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(TicketProcess.businessKey(ticket))
        .taskDefinitionKey(WorkKind.WORK_ON_TICKET.taskId())
        .list()
        .stream()
        .filter(task -> !agent.value().equals(task.getAssignee()))
        .forEach(task -> tasks.setAssignee(task.getId(), agent.value()));
  }

  /** The ticket became more or less urgent. */
  public void prioritise(TicketNumber ticket, Priority priority) {
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(TicketProcess.businessKey(ticket))
        .list()
        .stream()
        .filter(task -> task.getPriority() != priority.taskPriority())
        .forEach(task -> tasks.setPriority(task.getId(), priority.taskPriority()));
  }

  /** Whoever opens the task shall see that there is something new to read. */
  void flagReply(String processInstance) {
    for (Task task : tasks.createTaskQuery().processInstanceId(processInstance).list()) {
      task.setDescription("The customer has written again.");
      tasks.saveTask(task);
    }
  }
}
