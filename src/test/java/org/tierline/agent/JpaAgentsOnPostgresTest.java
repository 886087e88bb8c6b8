package org.tierline.agent;

import java.util.function.Function;
import org.tierline.platform.TestDatabase;

class JpaAgentsOnPostgresTest extends AgentsContract {

  @Override
  protected <T> T inTransaction(Function<Agents, T> work) {
    return TestDatabase.postgres().inTransaction(em -> work.apply(new JpaAgents(em)));
  }
}
