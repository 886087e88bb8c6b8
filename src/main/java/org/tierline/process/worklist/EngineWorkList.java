package org.tierline.process.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkList;
import org.tierline.agent.WorkResult;
import org.tierline.platform.DeskSettings;
import org.tierline.process.TicketProcess;
import org.tierline.process.ticketwork.TicketWork;
import org.tierline.ticket.TicketNumber;

/** The engine's open tasks, as the desk's work list. */
@ApplicationScoped
public class EngineWorkList implements WorkList {

  private final TaskService tasks;
  private final HistoryService history;
  private final IdentityService identities;
  private final DeskSettings desk;

  @Inject
  public EngineWorkList(
      TaskService tasks, HistoryService history, IdentityService identities, DeskSettings desk) {
    this.tasks = tasks;
    this.history = history;
    this.identities = identities;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected EngineWorkList() {
    this(null, null, null, null);
  }

  @Override
  public List<WorkItem> ofTicket(long ticketNumber) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(TicketProcess.businessKey(new TicketNumber(ticketNumber)))
        .orderByTaskCreateTime()
        .asc()
        .list()
        .stream()
        .map(task -> item(task, ticketNumber))
        .toList();
  }

  @Override
  public WorkItem open(long ticketNumber, String itemId) throws WorkAlreadyDoneException {
    Task task =
        tasks
            .createTaskQuery()
            .taskId(itemId)
            .processInstanceBusinessKey(TicketProcess.businessKey(new TicketNumber(ticketNumber)))
            .singleResult();
    if (task == null) {
      throw new WorkAlreadyDoneException(whatHappenedTo(itemId));
    }
    return item(task, ticketNumber);
  }

  private static WorkItem item(Task task, long ticketNumber) {
    return new WorkItem(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        ticketNumber,
        Optional.ofNullable(task.getAssignee()).map(AgentId::new),
        Optional.ofNullable(task.getDueDate()).map(due -> due.toInstant()),
        WorkKind.of(task.getTaskDefinitionKey()).map(WorkKind::outcomes).orElse(List.of()));
  }

  @Override
  public void finish(String itemId, AgentId by, WorkResult result)
      throws WorkAlreadyDoneException, NotYourWorkException {
    claim(itemId, by);
    complete(itemId, result);
  }

  @Override
  public void decide(String itemId, AgentId lead, WorkResult result)
      throws WorkAlreadyDoneException {
    if (!lead.value().equals(open(itemId).getAssignee())) {
      assign(itemId, lead);
    }
    complete(itemId, result);
  }

  private void complete(String itemId, WorkResult result) throws WorkAlreadyDoneException {
    try {
      tasks.complete(itemId, TicketWork.finished(result.outcome(), result.handOverTo()));
    } catch (OptimisticLockingException e) {
      throw new WorkAlreadyDoneException(
          "Somebody else worked on this at the same moment; please look at the ticket again");
    }
  }

  @Override
  public void claim(String itemId, AgentId by)
      throws WorkAlreadyDoneException, NotYourWorkException {
    Task task = open(itemId);
    if (by.value().equals(task.getAssignee())) {
      return;
    }
    if (task.getAssignee() != null) {
      throw new NotYourWorkException("This is the work of " + task.getAssignee());
    }
    if (!mayTake(itemId, by)) {
      throw new NotYourWorkException("This is the work of another team than yours");
    }
    assign(itemId, by);
  }

  private void assign(String itemId, AgentId to) throws WorkAlreadyDoneException {
    try {
      tasks.setAssignee(itemId, to.value());
    } catch (OptimisticLockingException e) {
      throw new WorkAlreadyDoneException(
          "Somebody else took this at the same moment; please look at the ticket again");
    }
  }

  @Override
  public void giveBack(String itemId, AgentId by)
      throws WorkAlreadyDoneException, NotYourWorkException {
    Task task = open(itemId);
    if (task.getAssignee() == null) {
      throw new NotYourWorkException("Nobody has taken this; it waits for somebody already");
    }
    if (!by.value().equals(task.getAssignee())) {
      throw new NotYourWorkException("This is the work of " + task.getAssignee());
    }
    try {
      tasks.setAssignee(itemId, null);
    } catch (OptimisticLockingException e) {
      throw new WorkAlreadyDoneException(
          "Somebody else worked on this at the same moment; please look at the ticket again");
    }
  }

  private Task open(String itemId) throws WorkAlreadyDoneException {
    Task task = tasks.createTaskQuery().taskId(itemId).singleResult();
    if (task == null) {
      throw new WorkAlreadyDoneException(whatHappenedTo(itemId));
    }
    return task;
  }

  private boolean mayTake(String itemId, AgentId by) {
    Set<String> groups =
        identities.createGroupQuery().groupMember(by.value()).list().stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    return tasks.getIdentityLinksForTask(itemId).stream()
        .map(IdentityLink::getGroupId)
        .anyMatch(group -> group != null && groups.contains(group));
  }

  private String whatHappenedTo(String itemId) {
    HistoricTaskInstance done =
        history.createHistoricTaskInstanceQuery().taskId(itemId).finished().singleResult();
    if (done == null || done.getAssignee() == null) {
      return "This work is done; please look at the ticket again";
    }
    return "%s finished this on %s"
        .formatted(
            done.getAssignee(),
            DateTimeFormatter.ofPattern("d MMMM 'at' HH:mm", Locale.ENGLISH)
                .withZone(desk.zone())
                .format(done.getEndTime().toInstant()));
  }
}
