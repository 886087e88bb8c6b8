package org.tierline.process.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tierline.agent.AgentLeft;

/** Gives the tasks of somebody who left back to their teams. */
@ApplicationScoped
public class LeaverWatch {

  private final OpenTasks openTasks;

  @Inject
  public LeaverWatch(OpenTasks openTasks) {
    this.openTasks = openTasks;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected LeaverWatch() {
    this(null);
  }

  public void agentLeft(@Observes AgentLeft fact) {
    openTasks.giveUp(fact.agent());
  }
}
