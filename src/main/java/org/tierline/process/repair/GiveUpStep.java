package org.tierline.process.repair;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.tierline.platform.events.Facts;
import org.tierline.process.deadlines.LadderTimers;
import org.tierline.process.ticketlifecycle.TicketLifecycle;
import org.tierline.process.ticketwork.TicketWork;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketQueued;
import org.tierline.ticket.TicketStatus;

/**
 * Use case: a step that fails for good is not tried any more, and its ticket is in somebody's hands
 * all the same. What failed beside work that is open is left out. What a ticket cannot go on
 * without takes it back to its agent or its team's queue, whatever it was on its way to. What
 * failed beside the ticket's life, such as an invitation to a survey, ends there.
 */
@ApplicationScoped
@Transactional
public class GiveUpStep {

  private static final Set<TicketStatus> WAITING =
      EnumSet.of(TicketStatus.WAITING_FOR_CUSTOMER, TicketStatus.WITH_ENGINEERING);

  private final RuntimeService runtime;
  private final ManagementService management;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public GiveUpStep(
      RuntimeService runtime, ManagementService management, Facts facts, Clock clock) {
    this.runtime = runtime;
    this.management = management;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected GiveUpStep() {
    this(null, null, null, null);
  }

  /**
   * @param step the failed job
   * @param ticket whose it is, if it is of a ticket
   * @param why as the lead has it
   */
  void giveUp(Job step, Optional<Ticket> ticket, String why) {
    String process = step.getProcessInstanceId();
    String root = rootOf(process);
    ActivityInstance standing = runtime.getActivityInstance(process);
    Optional<Ticket> open = ticket.filter(one -> !one.status().isFinished());
    if (places(standing) > 1) {
      leaveOut(step, standing);
    } else if (open.isEmpty() || !isOf(root, TicketLifecycle.KEY)) {
      runtime.deleteProcessInstance(root, why);
    } else if (isOf(process, TicketWork.KEY)) {
      workByHand(step, standing, open.get(), why);
    } else {
      beOpen(open.get(), why);
      workAgain(runtime.getActivityInstance(root));
    }
  }

  private String rootOf(String process) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceId(process)
        .singleResult()
        .getRootProcessInstanceId();
  }

  private boolean isOf(String process, String key) {
    return runtime
            .createProcessInstanceQuery()
            .processInstanceId(process)
            .processDefinitionKey(key)
            .count()
        > 0;
  }

  /** In how many places the process stands. */
  private static int places(ActivityInstance standing) {
    return standing.getChildActivityInstances().length
        + standing.getChildTransitionInstances().length;
  }

  /** A timer that cannot fire has no place of its own: it guards one. */
  private void leaveOut(Job step, ActivityInstance standing) {
    Optional<TransitionInstance> place = placeOf(step, standing);
    if (place.isPresent()) {
      change(standing).cancelTransitionInstance(place.get().getId()).execute();
    } else {
      management.deleteJob(step.getId());
    }
  }

  private static Optional<TransitionInstance> placeOf(Job step, ActivityInstance standing) {
    return Arrays.stream(standing.getChildTransitionInstances())
        .filter(place -> place.getExecutionId().equals(step.getExecutionId()))
        .findAny();
  }

  private ProcessInstanceModificationBuilder change(ActivityInstance standing) {
    return runtime.createProcessInstanceModification(standing.getProcessInstanceId());
  }

  /** A step before the work itself failed: the work begins without it. */
  private void workByHand(Job step, ActivityInstance standing, Ticket ticket, String why) {
    Optional<TransitionInstance> place = placeOf(step, standing);
    boolean assignable =
        place.filter(at -> at.getActivityId().equals(TicketWork.SET_DEADLINES)).isPresent();
    if (!assignable && ticket.assignee().isEmpty()) {
      ticket.queue(why, clock.instant());
      facts.announce(new TicketQueued(ticket.id()));
    }
    Map<String, Object> variables = TicketWork.byHand(ticket);
    variables.putAll(
        LadderTimers.variables(
            nextDueAt(ticket), Optional.ofNullable(ticket.dueDates().ladderStepDueAt())));
    runtime.setVariables(standing.getProcessInstanceId(), variables);
    ProcessInstanceModificationBuilder change =
        change(standing)
            .startBeforeActivity(assignable ? TicketWork.ASSIGN_TICKET : TicketWork.WORK_ON_TICKET);
    place.ifPresent(at -> change.cancelTransitionInstance(at.getId()));
    change.execute();
  }

  /** From the dates the ticket shows: reckoning them anew may be the very step that fails. */
  private static Optional<Instant> nextDueAt(Ticket ticket) {
    Optional<Instant> first =
        ticket.firstResponseDueAt().filter(due -> ticket.firstRespondedAt().isEmpty());
    Optional<Instant> next = Optional.ofNullable(ticket.dueDates().nextResponseDueAt());
    return Stream.of(first, next, ticket.resolutionDueAt())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** Wherever the ticket stood, work on it is what comes next. */
  private void workAgain(ActivityInstance standing) {
    ProcessInstanceModificationBuilder change =
        change(standing).startBeforeActivity(TicketLifecycle.WORK_ON_TICKET);
    Stream.of(standing.getChildActivityInstances())
        .forEach(place -> change.cancelActivityInstance(place.getId()));
    Stream.of(standing.getChildTransitionInstances())
        .forEach(place -> change.cancelTransitionInstance(place.getId()));
    change.execute();
  }

  private void beOpen(Ticket ticket, String why) {
    if (ticket.status() == TicketStatus.RESOLVED) {
      ticket.reopen(why, clock.instant());
    } else if (WAITING.contains(ticket.status())) {
      ticket.resume(why, clock.instant());
    }
  }
}
