package org.tierline.escalation;

import java.util.Set;
import org.tierline.agent.TeamId;
import org.tierline.ticket.Category;
import org.tierline.ticket.Priority;

/** The analysts' table of who is told at once. */
public interface AlertRoutes {

  /** The teams that hear of a new request of this kind, whoever gets it. */
  Set<TeamId> teamsToAlert(Category category, Priority priority);
}
