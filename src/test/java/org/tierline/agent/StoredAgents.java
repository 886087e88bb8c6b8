package org.tierline.agent;

import jakarta.persistence.EntityManager;

/** Opens the package-private store to tests of other features. */
public final class StoredAgents {

  private StoredAgents() {}

  public static Agents in(EntityManager em) {
    return new JpaAgents(em);
  }
}
