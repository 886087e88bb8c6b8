package org.tierline.escalation;

import org.tierline.agent.TeamId;
import org.tierline.ticket.Category;

/** The analysts' table of who helps whom. */
public interface EscalationRoutes {

  /** The team that takes over when {@code from} cannot solve a ticket of this category. */
  TeamId routeFor(TeamId from, Category category);
}
