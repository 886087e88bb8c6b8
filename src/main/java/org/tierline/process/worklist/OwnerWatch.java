package org.tierline.process.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tierline.ticket.PriorityChanged;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketReleased;

/** Lets the open task of a ticket follow the ticket: to its owner, and up or down in the list. */
@ApplicationScoped
public class OwnerWatch {

  private final OpenTasks openTasks;

  @Inject
  public OwnerWatch(OpenTasks openTasks) {
    this.openTasks = openTasks;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OwnerWatch() {
    this(null);
  }

  public void ticketAssigned(@Observes TicketAssigned fact) {
    openTasks.assign(fact.number(), fact.agent());
  }

  public void priorityChanged(@Observes PriorityChanged fact) {
    openTasks.prioritise(fact.number(), fact.priority());
  }

  public void ticketReleased(@Observes TicketReleased fact) {
    openTasks.release(fact.number());
  }
}
