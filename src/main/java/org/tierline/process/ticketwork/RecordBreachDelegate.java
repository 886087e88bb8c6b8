package org.tierline.process.ticketwork;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.process.worklist.OpenTasks;
import org.tierline.sla.RecordBreach;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Service task "Record breach". */
@Stateless
@Named("recordBreach")
public class RecordBreachDelegate implements JavaDelegate {

  private final RecordBreach recordBreach;
  private final Tickets tickets;
  private final OpenTasks openTasks;
  private final DeadlineWatch deadlineWatch;

  @Inject
  public RecordBreachDelegate(
      RecordBreach recordBreach,
      Tickets tickets,
      OpenTasks openTasks,
      DeadlineWatch deadlineWatch) {
    this.recordBreach = recordBreach;
    this.tickets = tickets;
    this.openTasks = openTasks;
    this.deadlineWatch = deadlineWatch;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecordBreachDelegate() {
    this(null, null, null, null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Ticket ticket = tickets.get(TicketProcess.ticketId(execution));
    recordBreach.record(ticket.id());
    openTasks.prioritise(ticket.number(), ticket.priority());
    deadlineWatch.watchNext(ticket);
  }
}
