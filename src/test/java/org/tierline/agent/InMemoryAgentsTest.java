package org.tierline.agent;

import java.util.function.Function;

class InMemoryAgentsTest extends AgentsContract {

  private final InMemoryAgents agents = new InMemoryAgents();

  @Override
  protected <T> T inTransaction(Function<Agents, T> work) {
    return work.apply(agents);
  }
}
