package org.tierline.agent;

import java.util.function.Function;
import org.tierline.platform.TestDatabase;

class JpaAgentsOnH2Test extends AgentsContract {

  @Override
  protected <T> T inTransaction(Function<Agents, T> work) {
    return TestDatabase.h2().inTransaction(em -> work.apply(new JpaAgents(em)));
  }
}
