package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tierline.platform.events.Facts;

/** Use case: a staff member joins a team; asking twice changes nothing. */
@ApplicationScoped
@Transactional
public class EnlistAgent {

  private final Agents agents;
  private final Facts facts;

  @Inject
  public EnlistAgent(Agents agents, Facts facts) {
    this.agents = agents;
    this.facts = facts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected EnlistAgent() {
    this(null, null);
  }

  public void enlist(Agent agent) {
    if (agents.find(agent.id()).isEmpty()) {
      agents.add(agent);
      facts.announce(new AgentBecameAvailable(agent.id(), agent.team()));
    }
  }
}
