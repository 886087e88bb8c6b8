package org.tierline.process.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tierline.ticket.LeadCalled;

/** Puts the work on a ticket into the leads' queue, too, when one of them has to decide. */
@ApplicationScoped
public class LeadWatch {

  private final OpenTasks openTasks;

  @Inject
  public LeadWatch(OpenTasks openTasks) {
    this.openTasks = openTasks;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected LeadWatch() {
    this(null);
  }

  public void leadCalled(@Observes LeadCalled fact) {
    openTasks.showToLeads(fact.number(), fact.why());
  }
}
