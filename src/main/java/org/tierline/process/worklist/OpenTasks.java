package org.tierline.process.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.Priority;
import org.tierline.ticket.TicketNumber;

/** Keeps open tasks in step with what happens to their ticket. */
@ApplicationScoped
public class OpenTasks {

  private static final String LEAD_DECIDES = "A lead decides: %s.";

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
  public void assign(TicketNumber ticket, AgentId agent) {
    workOn(ticket)
        .filter(task -> !agent.value().equals(task.getAssignee()))
        .forEach(task -> tasks.setAssignee(task.getId(), agent.value()));
  }

  /** The ticket has lost its owner: its work waits for the team again. */
  public void release(TicketNumber ticket) {
    workOn(ticket)
        .filter(task -> task.getAssignee() != null)
        .forEach(task -> tasks.setAssignee(task.getId(), null));
  }

  /**
   * What an agent had begun besides tickets, such as a review, waits for their team again. The work
   * on a ticket follows its ticket.
   */
  void giveUp(AgentId agent) {
    tasks.createTaskQuery().taskAssignee(agent.value()).list().stream()
        .filter(task -> !task.getTaskDefinitionKey().equals(WorkKind.WORK_ON_TICKET.taskId()))
        .forEach(task -> tasks.setAssignee(task.getId(), null));
  }

  /** A lead has to decide whose the ticket is: its work is in the leads' queue, too. */
  void showToLeads(TicketNumber ticket, String why) {
    workOn(ticket)
        .forEach(
            task -> {
              task.setDescription(LEAD_DECIDES.formatted(why));
              tasks.saveTask(task);
              tasks.addCandidateGroup(task.getId(), TeamId.LEAD.value());
            });
  }

  /** The same for a task that begins. */
  static void showToLeads(DelegateTask task, String why) {
    task.setDescription(LEAD_DECIDES.formatted(why));
    task.addCandidateGroup(TeamId.LEAD.value());
  }

  private Stream<Task> workOn(TicketNumber ticket) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(TicketProcess.businessKey(ticket))
        .taskDefinitionKey(WorkKind.WORK_ON_TICKET.taskId())
        .list()
        .stream();
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
