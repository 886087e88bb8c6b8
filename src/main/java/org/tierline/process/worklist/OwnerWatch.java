package org.tierline.process.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tierline.ticket.TicketAssigned;

/** Gives the open task of a ticket to the agent who was given the ticket. */
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
}
