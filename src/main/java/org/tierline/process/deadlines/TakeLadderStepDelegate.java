package org.tierline.process.deadlines;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.process.worklist.OpenTasks;
import org.tierline.sla.ladder.Deadlines;
import org.tierline.sla.ladder.TakeLadderSteps;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Service task "Take ladder step". */
@Stateless
@Named("takeLadderStep")
public class TakeLadderStepDelegate implements JavaDelegate {

  private final TakeLadderSteps takeLadderSteps;
  private final Tickets tickets;
  private final OpenTasks openTasks;

  @Inject
  public TakeLadderStepDelegate(
      TakeLadderSteps takeLadderSteps, Tickets tickets, OpenTasks openTasks) {
    this.takeLadderSteps = takeLadderSteps;
    this.tickets = tickets;
    this.openTasks = openTasks;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TakeLadderStepDelegate() {
    this(null, null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    Optional<Deadlines> deadlines = takeLadderSteps.take(ticket.id());
    openTasks.prioritise(ticket.number(), ticket.priority());
    // the next timer waits for these, whether or not the ticket's own dates have moved
    execution.setVariables(
        LadderTimers.variables(
            deadlines.flatMap(Deadlines::nextDueAt), deadlines.flatMap(Deadlines::nextStepAt)));
  }
}
