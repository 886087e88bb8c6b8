package org.tierline.process.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.Message;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.ReturnTicket;
import org.tierline.ticket.TakeTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/**
 * Sees every task come, change hands and go: names it after its ticket, lets the ticket follow when
 * somebody claims it in Tasklist, and lets nobody finish it without saying what came of it.
 */
@ApplicationScoped
@Named("taskWatch")
public class TaskWatch implements TaskListener {

  /** With number and verb in front still less than the engine's column holds. */
  private static final int MAX_SUBJECT_LENGTH = 150;

  private final Tickets tickets;
  private final TakeTicket takeTicket;
  private final ReturnTicket returnTicket;

  @Inject
  public TaskWatch(Tickets tickets, TakeTicket takeTicket, ReturnTicket returnTicket) {
    this.tickets = tickets;
    this.takeTicket = takeTicket;
    this.returnTicket = returnTicket;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TaskWatch() {
    this(null, null, null);
  }

  @Override
  public void notify(DelegateTask task) {
    switch (task.getEventName()) {
      case EVENTNAME_CREATE -> name(task);
      case EVENTNAME_ASSIGNMENT -> follow(task);
      case EVENTNAME_COMPLETE -> demandOutcome(task);
      default -> {
        // the rest of a task's life concerns nobody
      }
    }
  }

  private void name(DelegateTask task) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(task.getExecution()));
    String subject = ticket.subject();
    if (subject.length() > MAX_SUBJECT_LENGTH) {
      subject = subject.substring(0, MAX_SUBJECT_LENGTH - 1) + "…";
    }
    task.setName("%s %s: %s".formatted(ticket.number().inSubject(), task.getName(), subject));
    ticket.ownership().leadCalledWhy().ifPresent(why -> OpenTasks.showToLeads(task, why));
  }

  private void follow(DelegateTask task) {
    if (!task.getTaskDefinitionKey().equals(WorkKind.WORK_ON_TICKET.taskId())) {
      return;
    }
    Ticket ticket = tickets.get(TicketProcess.ticketId(task.getExecution()));
    if (task.getAssignee() == null) {
      String who = user(task);
      demandNoteToTheNext(ticket, who);
      returnTicket.giveBack(ticket.id(), Optional.ofNullable(who).map(AgentId::new));
    } else {
      takeTicket.take(ticket.id(), new AgentId(task.getAssignee()));
    }
  }

  /**
   * The desk's own forms have asked for it before; elsewhere nobody just drops a ticket. A lead who
   * takes it from somebody knows nothing to write; that is what the history says then.
   */
  private static void demandNoteToTheNext(Ticket ticket, @Nullable String by) {
    boolean drops =
        ticket.assignee().filter(owner -> by == null || owner.value().equals(by)).isPresent();
    if (drops && ticket.ownership().handOverAwaited().isEmpty()) {
      throw new BadUserRequestException(
          "Whoever gives a ticket back says what was tried, what was reproduced and what is"
              + " missing; please use the form");
    }
  }

  private void demandOutcome(DelegateTask task) {
    List<String> outcomes =
        WorkKind.of(task.getTaskDefinitionKey())
            .orElseThrow(
                () -> new IllegalStateException("Unknown task " + task.getTaskDefinitionKey()))
            .outcomes();
    if (!TicketProcess.hasOutcome(task) || !outcomes.contains(TicketProcess.outcome(task))) {
      throw new BadUserRequestException(
          "This task ends with one of " + outcomes + "; please use its form to finish it");
    }
    demandHandOver(task);
    String user = user(task);
    String finisher = user == null ? task.getAssignee() : user;
    if (finisher != null) {
      TicketProcess.finishedBy(task.getExecution(), finisher);
    }
  }

  /** The next team starts from what it is told; leads send on what they were sent. */
  private void demandHandOver(DelegateTask task) {
    if (!TicketProcess.outcome(task).equals(WorkKind.ESCALATE)) {
      return;
    }
    Ticket ticket = tickets.get(TicketProcess.ticketId(task.getExecution()));
    List<Message> messages = ticket.messages();
    Purpose last = messages.get(messages.size() - 1).purpose();
    if (last != Purpose.ESCALATION && !ticket.team().equals(TeamId.LEAD)) {
      throw new BadUserRequestException(
          "Say what was tried, what was reproduced and what is missing; please use the form");
    }
  }

  /** Whoever acts in Tasklist; nobody when the desk itself does. */
  private static @Nullable String user(DelegateTask task) {
    Authentication user =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    return user == null ? null : user.getUserId();
  }
}
