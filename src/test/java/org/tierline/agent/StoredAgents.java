package org.tierline.agent;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Opens the package-private store to tests of other features. */
public final class StoredAgents {

  private StoredAgents() {}

  public static Agents in(EntityManager em) {
    return new JpaAgents(em);
  }

  /** Who is at work, by this clock. */
  public static Roster roster(EntityManager em, Clock clock) {
    return new Roster(in(em), new JpaAbsences(em), clock);
  }
}
